package org.chronus.modules.sampling;

/**
 * A sample, and the notes that it is for. Immutable; any thread.
 *
 * @param root       the key at which it sounds as it was recorded, with fraction
 * @param gain       factor of amplitude
 * @param low        the lowest key
 * @param high       the highest key
 * @param softest    the lowest velocity, 0..127
 * @param hardest    the highest velocity
 * @param length     of the round of takes; 1 if there is but one
 * @param position   in that round, from 1
 * @param atRelease  true if it sounds when the key comes up
 * @param toItsEnd   true if it does not stop when the key comes up
 */
record Region(Sample sample, float root, float gain, int low, int high, int softest, int hardest, int length, int position, boolean atRelease,
              boolean toItsEnd) {
    /** One for all notes. */
    static Region of(Sample sample, float root) {
        return new Region(sample, root, 1, 0, 127, 0, 127, 1, 1, false, false);
    }

    /** True if it is for this note, the so manieth of all. */
    boolean fits(int key, int velocity, int note, boolean release) {
        return release == atRelease && key >= low && key <= high && velocity >= softest && velocity <= hardest && note % length == position - 1;
    }
}
