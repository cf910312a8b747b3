package org.chronus.instrument.cli.terminal;

/**
 * What the player asks for while it plays: by keys, which act at once but for digits, or by whole lines. One thread.
 */
public final class KeyCommands {
    public static final String HELP = "number + Enter program, Enter next, - previous, p panic, q quit";

    private static final int ESCAPE = 0x1B, BACKSPACE = 0x08, DELETE = 0x7F;
    private static final int MOST_DIGITS = 3;

    /** What can be asked for. */
    public interface Wishes {
        /** A program, as the bank counts. */
        void program(int number);

        void next();

        void previous();

        void panic();

        void quit();

        /** What was typed means nothing. */
        void help();
    }

    /** Where in the sequence of an arrow or function key it is; the sequence as a whole is one key that means nothing. */
    private enum Sequence { NONE, BEGUN, INSIDE }

    private final Wishes wishes;
    private final StringBuilder digits = new StringBuilder();
    private Sequence sequence = Sequence.NONE;

    public KeyCommands(Wishes wishes) {
        this.wishes = wishes;
    }

    /** The digits that wait for Enter. */
    String pending() {
        return digits.toString();
    }

    /** One key of a terminal, as the character that it sends. */
    void press(int key) {
        if (belongsToSequence(key)) {
            return;
        }
        if (key >= '0' && key <= '9') {
            if (digits.length() < MOST_DIGITS) {
                digits.append((char) key);
            }
        } else if (key == BACKSPACE || key == DELETE) {
            digits.setLength(Math.max(0, digits.length() - 1));
        } else {
            String line = key == '\n' || key == '\r' ? pending() : Character.toString(key);
            digits.setLength(0);
            obey(line);
        }
    }

    /** A whole line. */
    void obey(String line) {
        switch (line) {
            case "" -> wishes.next();
            case "-" -> wishes.previous();
            case "p" -> wishes.panic();
            case "q" -> wishes.quit();
            default -> {
                if (line.matches("[0-9]{1," + MOST_DIGITS + "}")) {
                    wishes.program(Integer.parseInt(line));
                } else {
                    wishes.help();
                }
            }
        }
    }

    /** True of all that follows an escape: {@code [} or {@code O}, numbers, and one last letter or {@code ~}. */
    private boolean belongsToSequence(int key) {
        Sequence before = sequence;
        sequence = switch (before) {
            case NONE -> key == ESCAPE ? Sequence.BEGUN : Sequence.NONE;
            case BEGUN -> key == '[' || key == 'O' ? Sequence.INSIDE : Sequence.NONE;
            case INSIDE -> key >= '@' && key <= '~' ? Sequence.NONE : Sequence.INSIDE;
        };
        return before == Sequence.INSIDE || sequence == Sequence.INSIDE;
    }
}
