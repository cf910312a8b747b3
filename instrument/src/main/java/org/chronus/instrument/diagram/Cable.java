package org.chronus.instrument.diagram;

import java.util.List;

/**
 * A cable of the picture. Immutable.
 *
 * @param text  as a preset writes it
 * @param box   where it ends
 * @param row   at which of the box's rows
 * @param named true if that row is its own and says by what it is multiplied; false if it is the port's
 * @param ends  the boxes that it comes from; none for keys and controllers alone
 */
record Cable(String text, Box box, int row, boolean named, List<End> ends) {
    /** Where a cable begins. */
    record End(Box box, String output) { }
}
