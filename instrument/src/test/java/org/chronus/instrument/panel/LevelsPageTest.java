package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Loudness and levels on the page of the bank in a real browser. Its pictures are in {@code target/screenshots}. */
class LevelsPageTest extends PageTest {
    private Path file;

    @BeforeEach void open() throws Exception {
        file = folder.resolve("bank.yaml");
        show("One");
    }

    private void show(String first) {
        visit("/bank");
        await("the bank is there", () -> row(0, ".name").getText().equals(first));
    }

    private WebElement row(int place, String css) {
        return browser.findElement(By.cssSelector("#programs li:nth-child(" + (place + 1) + ") " + css));
    }

    private void measure() {
        find("measure").click();
        await("it begins", () -> find("measuring").getText().startsWith("program "));
        long end = System.nanoTime() + 8 * PATIENCE_NANOS;
        while (find("cancel").isDisplayed()) {
            assertTrue(System.nanoTime() < end, "never: it is through: " + find("measuring").getText());
        }
        assumeFalse(find("measuring").getText().contains("needs the machine"), "others keep this machine busy");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void level(int place, String level) {
        row(place, ".edit input").sendKeys(Keys.chord(Keys.CONTROL, "a") + level + Keys.ENTER);
    }

    @Test void aLevelIsWrittenIntoThePresetAndHeardAndCommentsStay() throws Exception {
        Path one = folder.resolve("One.yaml");
        String text = read(one).replace("name: One\n", "name: One   # the first\n# quiet\n");
        Files.writeString(one, text);
        show("One");
        await("it has a level", () -> row(0, ".edit input").getDomProperty("value").equals("0"));
        level(0, "-4.5");
        await("it is told", () -> row(0, ".told").getText().equals("saved in " + one));
        assertEquals(text.replace("# the first\n", "# the first\nlevel: -4.5 dB\n"), read(one));
        await("it is heard", () -> Math.abs(panel.rig.instrument.playing().orElseThrow().plan().level() - Math.pow(10, -4.5 / 20)) < 1e-6);
        row(0, ".edit input").sendKeys(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP);
        await("each step counts", () -> read(one).contains("level: -4.2 dB\n") && row(0, ".told").getText().startsWith("saved in "));
        level(0, "19");
        await("it is refused", () -> row(0, ".told").getText().startsWith("a level is from"));
        assertTrue(read(one).contains("level: -4.2 dB\n"), read(one));
    }

    @Test void aLevelGoesIntoTheBankIfThePresetCameWithChronusAndStaysWhenAnotherHandWasThere() throws Exception {
        Files.writeString(file, "chronus: 1\nbank: Sines\nprograms:\n  # ours\n  0: Init   # soft\n  1: Two.yaml\n");
        assertTrue(panel.ask("{\"do\":\"reload\"}").has("done"));
        show("Init");
        // What the page knows of the file is to be what it has written itself.
        browser.executeScript("const real = fetch; window.fetch = (path, ...more) => path === '/api/bank' ? new Promise(() => {})"
                + " : real(path, ...more)");
        level(0, "-3");
        await("it is told", () -> row(0, ".told").getText().startsWith("saved in "));
        String written = "chronus: 1\nbank: Sines\nprograms:\n  # ours\n  0: {preset: Init, level: -3 dB}   # soft\n  1: Two.yaml\n";
        assertEquals(written, read(file));
        Files.writeString(file, written + "# theirs\n");
        level(0, "2");
        await("it is refused", () -> row(0, ".told").getText().contains("changed elsewhere"));
        row(0, ".over").click();
        await("it is written", () -> read(file).contains("level: 2 dB"));
        assertEquals(written.replace("-3 dB", "2 dB") + "# theirs\n", read(file));
    }

    @Test void aLevelThatTheCheckAdvisesIsSetByAButton() throws Exception {
        Path two = folder.resolve("Two.yaml");
        // As loud as that no hard stroke clips, but for the one that is too loud.
        for (String name : List.of("One", "Two", "Three")) {
            Path preset = folder.resolve(name + ".yaml");
            String level = name.equals("Two") ? "-2" : "-14";
            Files.writeString(preset, read(preset).replace("name: " + name + "\n", "name: " + name + "\nlevel: " + level + " dB\n"));
        }
        measure();
        await("a level is advised", () -> row(1, ".advise").isDisplayed() && row(1, ".about").getText().endsWith(", would embarrass"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", row(1, ".advise"));
        keep("bank-phone-advised");
        String level = row(1, ".advise").getText().replaceAll("set to (.*) dB", "$1");
        row(1, ".advise").click();
        await("it is written", () -> read(two).contains("name: Two\nlevel: " + level + " dB\n"));
        await("it passes, on paper", () -> row(1, ".about").getText().endsWith(" (+0.0 LU), passes") && !row(1, ".advise").isDisplayed());
    }

    @Test void loudnessIsShownBesideTheLevels() throws Exception {
        measure();
        await("it is beside its level", () -> row(0, ".about").getText().matches("-?[0-9.]+ LUFS .*"));
        assertTrue(find("verdicts").getText().contains("0 One ("), find("verdicts").getText());
        browser.executeScript("arguments[0].scrollIntoView()", find("order-name"));
        keep("bank-phone-levels");
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.executeScript("scrollTo(0, 0)");
        keep("bank-laptop-levels");
    }
}
