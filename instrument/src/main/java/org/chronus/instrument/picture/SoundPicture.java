package org.chronus.instrument.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;

/**
 * A picture of a piece of sound: both waves, full scale at their edges, and below them the {@link Spectrogram}, with a line where something
 * happened. One use; one thread.
 */
public final class SoundPicture {
    private static final int WIDTH = 1_400, LEFT = 56, RIGHT = 16, TOP = 24, WAVE = 110, GAP = 8, BOTTOM = 26;
    private static final int SPECTRUM = 2 * WAVE + 2 * GAP + TOP, HEIGHT = SPECTRUM + Spectrogram.ROWS + BOTTOM;
    private static final Color PAPER = new Color(0x11, 0x13, 0x18), FRAME = new Color(0x3a, 0x40, 0x4c), INK = new Color(0xc8, 0xcc, 0xd4);
    private static final Color SOUND = new Color(0x5c, 0xb8, 0xe6), MARK = new Color(0xff, 0xb3, 0x47);
    private static final double[] HERTZ = {50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1_800, 3_600};
    private static final int MOST_TICKS = 14;

    /**
     * Something that happened.
     *
     * @param seconds from the beginning
     */
    public record Mark(double seconds, String name) { }

    private final float[] left;
    private final float[] right;
    private final double rate;
    private final List<Mark> marks;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final boolean hasFonts = hasFonts(pen);

    /**
     * Of two sides of equal length.
     *
     * @param rate frames per second
     */
    public SoundPicture(float[] left, float[] right, double rate, List<Mark> marks) {
        this.left = left;
        this.right = right;
        this.rate = rate;
        this.marks = marks;
    }

    /** Draws it into a PNG file. */
    public void write(OutputPlace place) throws IOException {
        draw();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        try (OutputFile file = OutputFile.replacing(place, true)) {
            file.write(ByteBuffer.wrap(bytes.toByteArray()));
            file.commit();
        }
    }

    /** The same as pixels. */
    BufferedImage draw() {
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        wave(left, TOP, "L");
        wave(right, TOP + WAVE + GAP, "R");
        spectrogram();
        times();
        marks();
        pen.dispose();
        return image;
    }

    /** A small box may have no font: then there are no letters. */
    private static boolean hasFonts(Graphics2D pen) {
        try {
            return pen.getFontMetrics().getHeight() > 0;
        } catch (RuntimeException | LinkageError | InternalError none) {
            return false;
        }
    }

    private void letter(String text, int x, int y) {
        if (hasFonts) {
            pen.drawString(text, x, y);
        }
    }

    private static int columns() {
        return WIDTH - LEFT - RIGHT;
    }

    private void wave(float[] side, int top, String name) {
        pen.setColor(FRAME);
        pen.drawRect(LEFT - 1, top, columns() + 1, WAVE);
        int middle = top + WAVE / 2;
        pen.drawLine(LEFT, middle, LEFT + columns(), middle);
        pen.setColor(INK);
        letter(name, LEFT - 18, middle + 5);
        pen.setColor(SOUND);
        for (int column = 0; column < columns(); column++) {
            float low = 0, high = 0;
            for (int i = first(column); i < first(column + 1); i++) {
                low = Math.min(low, side[i]);
                high = Math.max(high, side[i]);
            }
            pen.drawLine(LEFT + column, middle - height(high), LEFT + column, middle - height(low));
        }
    }

    private static int height(float sample) {
        return Math.round(Math.clamp(sample, -1, 1) * (WAVE / 2 - 1));
    }

    /** The first frame of a column. */
    private int first(int column) {
        return (int) ((long) column * left.length / columns());
    }

    private void spectrogram() {
        Spectrogram spectrogram = new Spectrogram(left, right, rate);
        for (int column = 0; column < columns(); column++) {
            double[] levels = spectrogram.around((first(column) + first(column + 1)) / 2);
            for (int row = 0; row < Spectrogram.ROWS; row++) {
                image.setRGB(LEFT + column, SPECTRUM + Spectrogram.ROWS - 1 - row, Heat.color(levels[row]));
            }
        }
        pen.setColor(INK);
        for (double hertz : HERTZ) {
            int y = SPECTRUM + Spectrogram.ROWS - 1 - Spectrogram.row(hertz);
            pen.drawLine(LEFT - 5, y, LEFT - 1, y);
            letter(hertz < 1_000 ? Integer.toString((int) hertz) : (int) hertz / 1_000 + "k", LEFT - 34, y + 5);
        }
    }

    private void times() {
        double seconds = left.length / rate, step = TICKS[TICKS.length - 1];
        for (int i = TICKS.length - 1; i >= 0 && seconds / TICKS[i] <= MOST_TICKS; i--) {
            step = TICKS[i];
        }
        pen.setColor(INK);
        for (int i = 0; i * step <= seconds; i++) {
            int x = x(i * step);
            pen.drawLine(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4);
            letter(String.format(Locale.ROOT, step < 1 ? "%.1f s" : "%.0f s", i * step), x - 8, HEIGHT - 6);
        }
    }

    private void marks() {
        pen.setColor(MARK);
        for (Mark mark : marks) {
            int x = x(mark.seconds());
            pen.drawLine(x, TOP, x, HEIGHT - BOTTOM);
            letter(mark.name(), x + 3, TOP - 7);
        }
    }

    private int x(double seconds) {
        return LEFT + (int) Math.min(columns() - 1, Math.round(seconds * rate / left.length * columns()));
    }
}
