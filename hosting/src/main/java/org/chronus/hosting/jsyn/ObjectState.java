package org.chronus.hosting.jsyn;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How the objects of a unit were once, to make them so again: JSyn's units have no reset. Fields and arrays are put back; what collections
 * of the JDK hold is not. Immutable; made by the loader, {@link #restore} [audio].
 */
final class ObjectState {
    private final Field[] fields;
    private final Object[] owners;
    private final Object[] values;
    private final Object[] arrays;
    private final Object[] contents;
    private final int[] lengths;

    /** @param changeable which of the objects; those that are shared with other units are not */
    ObjectState(List<Object> objects, Predicate<Object> changeable) {
        List<Field> foundFields = new ArrayList<>();
        List<Object> foundOwners = new ArrayList<>(), foundValues = new ArrayList<>(), foundArrays = new ArrayList<>();
        for (Object object : objects) {
            if (!changeable.test(object)) {
                continue;
            }
            if (object.getClass().isArray()) {
                foundArrays.add(object);
                continue;
            }
            for (Field field : ObjectGraph.fields(object)) {
                if (!Modifier.isFinal(field.getModifiers())) {
                    foundFields.add(field);
                    foundOwners.add(object);
                    foundValues.add(ObjectGraph.read(field, object));
                }
            }
        }
        fields = foundFields.toArray(Field[]::new);
        owners = foundOwners.toArray();
        values = foundValues.toArray();
        arrays = foundArrays.toArray();
        lengths = new int[arrays.length];
        contents = new Object[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            lengths[i] = Array.getLength(arrays[i]);
            contents[i] = Array.newInstance(arrays[i].getClass().getComponentType(), lengths[i]);
            System.arraycopy(arrays[i], 0, contents[i], 0, lengths[i]);
        }
    }

    /** [audio] As they were. The values are boxed already, so nothing is allocated. */
    void restore() {
        try {
            for (int i = 0; i < fields.length; i++) {
                fields[i].set(owners[i], values[i]);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(contents[i], 0, arrays[i], 0, lengths[i]);
        }
    }
}
