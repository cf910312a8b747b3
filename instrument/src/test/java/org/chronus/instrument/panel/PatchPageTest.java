package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The page of the patch in a real browser. Its pictures are in {@code target/screenshots}. */
class PatchPageTest extends PageTest {
    @BeforeEach void open() throws Exception {
        visit("/patch");
        await("the text is there", () -> value().contains("name: One"));
        await("the picture is there", () -> browser.findElements(By.cssSelector("#picture g.box")).size() == 4);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value() {
        return find("text").getDomProperty("value");
    }

    /** As somebody types it at the end of a line. */
    private void type(String after, String keys) {
        int at = value().indexOf(after) + after.length();
        browser.executeScript("arguments[0].focus(); arguments[0].setSelectionRange(arguments[1], arguments[1])", find("text"), at);
        find("text").sendKeys(keys);
    }

    @Test void aMistakeIsShownAtItsLineWithItsCureAndARightTextPlays() throws Exception {
        type("type: sine", "e" + Keys.ESCAPE);
        await("the mistake is listed", () -> find("problems").getText().startsWith("line 4: "));
        assertTrue(find("problems").getText().contains("did you mean sine?"), find("problems").getText());
        assertEquals("error", browser.findElement(By.cssSelector("#colours [data-line='4']")).getDomAttribute("class"));
        keep("patch-phone-mistake");
        Object fits = browser.executeScript("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertEquals(true, fits, "nothing scrolls sideways");
        browser.findElement(By.cssSelector("#problems button")).click();
        assertTrue(find("text").equals(browser.switchTo().activeElement()));
        find("play").click();
        await("it is refused", () -> find("warning").getText().startsWith("line 4: "));
        assertEquals("One", panel.rig.playing());
        find("undo").click();
        await("nothing is wrong", () -> find("found").getText().equals("No problem is found."));
        type("name: One", " more" + Keys.chord(Keys.CONTROL, Keys.ENTER));
        await("it plays", () -> panel.rig.playing().equals("One more"));
        await("it is told", () -> find("said").getText().startsWith("One more plays"));
        await("nothing else has been read", () -> value().contains("name: One more"));
    }

    @Test void wordsAreOfferedAtTheCaretAndTakenByTheKeyboard() throws Exception {
        type("type: sine}", ", low: {type: sv");
        await("a type is offered", () -> find("words").getText().startsWith("svf"));
        keep("patch-phone-words");
        find("text").sendKeys(Keys.ENTER + ", cut");
        await("a port is offered", () -> find("words").getText().startsWith("cutoff"));
        find("text").sendKeys(Keys.TAB + "900 Hz}");
        assertTrue(value().contains("low: {type: svf, cutoff: 900 Hz}"), value());
        find("text").sendKeys(Keys.chord(Keys.CONTROL, "z"));
        assertTrue(!value().contains("900 Hz}"), "the browser's own undo goes on");
    }

    @Test void wordsAreOfferedInLinesThatAreIndentedToo() throws Exception {
        browser.executeScript("arguments[0].value = arguments[1]", find("text"),
                "chronus: 1\nname: One\nmodules:\n  osc: {type: sine}\n  low:\n    type: svf\n    cutoff: 900 Hz\n    \n  wide:\n    type: chorus\n");
        type("900 Hz\n    ", "dam");
        await("a port is offered", () -> find("words").getText().startsWith("damping:"));
        find("text").sendKeys(Keys.TAB + "0.2" + Keys.ENTER + "    type: sv");
        await("a type is offered", () -> find("words").getText().startsWith("svf"));
        find("text").sendKeys(Keys.ESCAPE);
        type("type: chorus\n", "    rat");
        await("of its own module alone", () -> find("words").getText().startsWith("rate:"));
    }

    @Test void itIsSavedAndComparedWithWhatIsSaved() throws Exception {
        type("name: One", " more");
        find("compare").click();
        await("the difference is shown", () -> find("difference").getText().contains("+ name: One more"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'end'})", find("difference"));
        keep("patch-phone-difference");
        assertTrue(find("difference").getText().contains("- name: One"));
        find("save").click();
        Path file = folder.resolve("presets/one-more.yaml");
        await("it is written", () -> Files.exists(file));
        await("it is told", () -> find("said").getText().startsWith("saved in "));
        assertEquals(value(), Files.readString(file));
        await("both are the same", () -> find("difference").getText().equals("Both are the same."));
        Files.writeString(file, "somebody else's");
        find("save").click();
        await("it asks", () -> find("over").isDisplayed());
        find("over").click();
        await("it is written", () -> text(file).equals(value()));
    }

    private double pictureWidth() {
        return ((Number) browser.executeScript("return document.querySelector('#picture svg').getBoundingClientRect().width")).doubleValue();
    }

    private void touch(String kind, int... places) {
        List<Map<String, Object>> fingers = new ArrayList<>();
        for (int x : places) {
            fingers.add(Map.of("x", x, "y", 300, "id", fingers.size()));
        }
        browser.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", kind, "touchPoints", fingers));
    }

    @Test void thePictureIsScaledByButtonsAndTwoFingers() {
        double before = pictureWidth();
        find("larger").click();
        assertEquals(1.25 * before, pictureWidth(), 1);
        browser.executeScript("scrollTo(0, 0)");
        touch("touchStart", 150, 200);
        touch("touchMove", 125, 225);
        touch("touchEnd");
        await("it is twice as large", () -> Math.abs(pictureWidth() - 2.5 * before) < 2);
        find("fit").click();
        assertTrue(pictureWidth() <= 360);
    }

    @Test void aChangeElsewhereIsShownAndThrowsNothingAway() throws Exception {
        panel.rig.instrument.step(System.nanoTime(), 1);
        await("its text is there", () -> value().contains("name: Two"));
        type("name: Two", " and a half");
        panel.rig.instrument.step(System.nanoTime(), 1);
        await("it is told", () -> find("other").isDisplayed());
        assertTrue(value().contains("Two and a half"));
        find("other").click();
        await("its text is read", () -> value().contains("name: Three"));
    }

    @Test void aLargePresetIsShownOnAPhoneAndOnALaptop() throws Exception {
        panel.ask("{\"do\":\"load\",\"preset\":\"Tine and strings\"}");
        await("its text is there", () -> value().contains("name: Tine and strings"));
        await("its picture is there", () -> browser.findElements(By.cssSelector("#picture g.frame")).size() == 3);
        keep("patch-phone");
        long wide = (long) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(wide <= 360, "nothing is wider than a phone: " + wide);
        browser.manage().window().setSize(new Dimension(1280, 800));
        keep("patch-laptop");
        Object bytes = browser.executeScript("return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, each) => sum + each.transferSize, 0)");
        System.out.println("panel: the page of the patch, " + bytes + " bytes with its picture and words");
        assertTrue(((Number) bytes).longValue() < 150_000, bytes + " bytes");
    }
}
