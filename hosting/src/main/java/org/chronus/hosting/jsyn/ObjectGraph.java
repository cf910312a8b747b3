package org.chronus.hosting.jsyn;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a unit is made of: the objects of the jar that it leads to, and all arrays of theirs. Collections of the JDK are looked into, but
 * are no part of it. Immutable; any thread but the audio thread.
 */
final class ObjectGraph {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> each = type; each != null && each.getClassLoader() == type.getClassLoader(); each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    };

    private final ClassLoader loader;
    private final Class<?> outside;
    private final List<Object> objects = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    /**
     * @param loader  whose classes count
     * @param outside objects of this class do not
     */
    ObjectGraph(Object root, ClassLoader loader, Class<?> outside) {
        this.loader = loader;
        this.outside = outside;
        find(root);
        while (!open.isEmpty()) {
            follow(open.remove());
        }
    }

    /** In an order that is the same for all units of a class. */
    List<Object> objects() {
        return objects;
    }

    /** Those of a class. */
    List<Object> of(Class<?> type) {
        return objects.stream().filter(type::isInstance).toList();
    }

    boolean contains(Object object) {
        return seen.contains(object);
    }

    /** The fields of an object of the jar, those of its superclasses too. */
    static List<Field> fields(Object object) {
        return FIELDS.get(object.getClass());
    }

    static Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void find(Object object) {
        if (object != null && isPart(object) && seen.add(object)) {
            open.add(object);
            if (!isCollection(object)) {
                objects.add(object);
            }
        }
    }

    private boolean isPart(Object object) {
        Class<?> type = object.getClass();
        return type.isArray() || isCollection(object)
                || type.getClassLoader() == loader && !(object instanceof Enum<?>) && !outside.isInstance(object);
    }

    private static boolean isCollection(Object object) {
        return (object instanceof Collection<?> || object instanceof Map<?, ?>) && object.getClass().getClassLoader() == null;
    }

    private void follow(Object object) {
        if (isCollection(object)) {
            (object instanceof Map<?, ?> map ? map.values() : (Collection<?>) object).forEach(this::find);
        } else if (object instanceof Object[] array) {
            for (Object element : array) {
                find(element);
            }
        } else if (!object.getClass().isArray()) {
            for (Field field : fields(object)) {
                if (!field.getType().isPrimitive()) {
                    find(read(field, object));
                }
            }
        }
    }
}
