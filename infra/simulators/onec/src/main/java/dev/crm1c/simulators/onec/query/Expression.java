package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import java.util.List;

/** A parsed filter, before anybody asked whether its fields exist. */
sealed interface Expression {
    record Literal(Value value) implements Expression {}

    record Path(List<String> segments) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    record Comparison(String operator, Expression left, Expression right) implements Expression {}

    record Arithmetic(String operator, Expression left, Expression right) implements Expression {}

    record Both(Expression left, Expression right) implements Expression {}

    record Either(Expression left, Expression right) implements Expression {}

    record Not(Expression condition) implements Expression {}

    /** {@code Товары/any(d: d/Цена gt 10)}. */
    record Quantifier(List<String> path, boolean all, String variable, Expression condition) implements Expression {}
}
