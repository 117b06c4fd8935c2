package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * For what a tenant uses a base, in the words of the profiles' {@code onlyFor}: nobody has to publish what he has no use for.
 *
 * @param words {@code realization}, {@code barcode}, {@code new-item}
 */
record Needs(Set<String> words) {

    Needs {
        words = Set.copyOf(words);
    }

    static Needs of(Tenant tenant) {
        var words = new HashSet<String>();
        tenant.makes().stream().map(OneCKind::wireName).forEach(words::add);
        Terms terms = tenant.terms();
        terms.items().match().stream().map(ItemKey::wireName).forEach(words::add);
        if (terms.items().unknown() == Unknown.CREATE) {
            words.add("new-item");
        }
        if (!Set.of(Terms.RUBLE).containsAll(terms.currencies())) {
            words.add("currency");
        }
        return new Needs(words);
    }

    boolean include(Section section) {
        List<String> only = section.texts("onlyFor");
        return only.isEmpty() || only.stream().anyMatch(words::contains);
    }

    boolean include(OneCKind kind) {
        return words.contains(kind.wireName());
    }
}
