package dev.crm1c.simulators.bitrix24.crm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names of those who work in the portal; what they may do is settled at the door. */
public final class People {

    /** Somebody who works in the portal, or did. */
    public record Person(long id, String name, String lastName, String email) {}

    private static final List<Person> FROM_THE_START = List.of(
            new Person(1, "Обмен", "С 1С", "exchange@portal.example"),
            new Person(7, "Анна", "Смирнова", "smirnova@portal.example"),
            new Person(8, "Павел", "Кузнецов", "kuznetsov@portal.example"));

    private final Map<Long, Person> people = new TreeMap<>();

    People() {
        FROM_THE_START.forEach(person -> people.put(person.id(), person));
    }

    public Collection<Person> all() {
        return List.copyOf(people.values());
    }

    public Person get(long id) {
        return people.getOrDefault(id, new Person(id, "Сотрудник", "№ " + id, "user" + id + "@portal.example"));
    }
}
