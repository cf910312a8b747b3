package org.chronus.hosting.soundfont;

/** What a player is told for its next frames, by frame, and in the order of the calls where frames are the same. Mutable; [audio]. */
final class PlayerEvents {
    /** The status of a change of gain; its value is the number. All others are of MIDI; the number of a note that begins is its tuning. */
    static final int GAIN = 0;
    private static final int CAPACITY = 2_048;
    /** Places that all but notes leave free, so that a note can always end. */
    private static final int FOR_NOTES = 512;

    private final int[] frames = new int[CAPACITY];
    /** Status, first and second data byte. */
    private final int[] messages = new int[CAPACITY];
    private final float[] numbers = new float[CAPACITY];
    private int count;

    /** Adds one. */
    void add(int frame, int status, int first, int second, float number) {
        boolean note = (status & 0xE0) == 0x80;
        if (count >= (note ? CAPACITY : CAPACITY - FOR_NOTES)) {
            return;
        }
        int place = count++;
        for (; place > 0 && frames[place - 1] > frame; place--) {
            frames[place] = frames[place - 1];
            messages[place] = messages[place - 1];
            numbers[place] = numbers[place - 1];
        }
        frames[place] = frame;
        messages[place] = status << 16 | first << 8 | second;
        numbers[place] = number;
    }

    int count() {
        return count;
    }

    int frame(int index) {
        return frames[index];
    }

    int status(int index) {
        return messages[index] >> 16;
    }

    int first(int index) {
        return messages[index] >> 8 & 0xFF;
    }

    int second(int index) {
        return messages[index] & 0xFF;
    }

    float number(int index) {
        return numbers[index];
    }

    /** They have been played. */
    void clear() {
        count = 0;
    }
}
