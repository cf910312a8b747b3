package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page of the bank in a real browser. Its pictures are in {@code target/screenshots}. */
class BankPageTest extends PageTest {
    private static final String GOOD = "chronus: 1\nname: Mine\nmodules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}}\n"
            + "cables: [osc -> amp -> out, env -> amp.gain]\n";

    private Path file;

    @BeforeEach void open() throws Exception {
        file = folder.resolve("bank.yaml");
        Files.writeString(folder.resolve("Three.yaml"), """
                chronus: 1
                name: Piano and bass
                parts:
                  bass:
                    keys: .. B3
                    modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                    cables: [osc -> amp -> out, env -> amp.gain]
                  piano:
                    keys: C4 .. C7
                    modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                    cables: [osc -> amp -> out, env -> amp.gain]
                """);
        visit("/bank");
        await("the bank is there", () -> order().equals("One, Two, Piano and bass"));
    }

    private WebElement row(int place, String css) {
        return browser.findElement(By.cssSelector("#programs li:nth-child(" + (place + 1) + ") " + css));
    }

    private String order() {
        return String.join(", ", browser.findElements(By.cssSelector("#programs .name")).stream().map(WebElement::getText).toList());
    }

    private void scrollTo(String id) {
        browser.executeScript("arguments[0].scrollIntoView()", find(id));
    }

    private void saved(String text) throws IOException {
        find("keep").click();
        await("it is told", () -> find("said").getText().startsWith("saved in "));
        assertEquals(text, Files.readString(file));
    }

    @Test void programsMoveByTheKeyboardAndByThePointer() throws Exception {
        assertEquals("true", row(0, "[aria-label='One: up']").getDomAttribute("aria-disabled"));
        browser.executeScript("arguments[0].focus()", row(0, "[aria-label='One: down']"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("Two, One, Piano and bass", order());
        assertEquals("One is 2 of 3 now; not saved yet", find("said").getText());
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("Two, Piano and bass, One", order(), "the keyboard stays with the button");
        assertEquals("000", row(0, ".shown").getText());
        saved("chronus: 1\nbank: Sines\nprograms: {0: Two.yaml, 1: Three.yaml, 2: One.yaml}\n");
        assertEquals("One", panel.rig.playing());
        await("it is marked where it is", () -> "true".equals(row(2, ".name").getDomAttribute("aria-current")));
        browser.executeScript("arguments[0].scrollIntoView()", find("order"));
        WebElement from = row(2, ".handle"), to = row(0, ".handle");
        new Actions(browser).moveToElement(from).clickAndHold().moveToElement(row(1, ".handle")).moveToElement(to).release().perform();
        await("it is first", () -> order().startsWith("One, "));
        assertEquals("One, Two, Piano and bass", order());
        saved("chronus: 1\nbank: Sines\nprograms: {0: One.yaml, 1: Two.yaml, 2: Three.yaml}\n");
    }

    private void touch(String kind, WebElement at) {
        Rectangle box = at.getRect();
        Number top = (Number) browser.executeScript("return scrollY");
        browser.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", kind, "touchPoints", kind.equals("touchEnd") ? List.of()
                : List.of(Map.of("x", box.x + box.width / 2, "y", box.y + box.height / 2 - top.intValue()))));
    }

    @Test void aFingerMovesAProgram() {
        scrollTo("programs");
        touch("touchStart", row(2, ".handle"));
        touch("touchMove", row(1, ".handle"));
        await("it goes with the finger", () -> order().equals("One, Piano and bass, Two"));
        touch("touchMove", row(0, ".handle"));
        await("it goes with the finger", () -> order().equals("Piano and bass, One, Two"));
        touch("touchEnd", row(0, ".handle"));
        assertEquals("Piano and bass is 1 of 3 now; not saved yet", find("said").getText());
    }

    @Test void aFileThatSomebodyElseHasChangedIsAskedFor() throws Exception {
        row(2, "[aria-label='Piano and bass: to the front']").click();
        await("it is first", () -> order().startsWith("Piano and bass, "));
        // From now on the page reads the file no more by itself.
        Files.writeString(file, Files.readString(file) + "# theirs\n");
        find("keep").click();
        await("it is refused", () -> find("warning").getText().startsWith("the bank's file has been changed elsewhere"));
        find("keep-over").click();
        await("it is told", () -> find("said").getText().startsWith("saved in "));
        assertEquals("chronus: 1\nbank: Sines\nprograms: {0: Three.yaml, 1: One.yaml, 2: Two.yaml}\n# theirs\n", Files.readString(file));
    }

    @Test void whatIsBrokenIsRefusedAndWhatIsRightComesBackAsItWas() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), GOOD.replace("osc -> amp", "os -> amp"));
        Path good = Files.writeString(folder.resolve("mine.yaml"), GOOD);
        find("send").sendKeys(broken.toString());
        await("it is refused", () -> find("sent").getText().startsWith("broken.yaml, line 4: "));
        find("send").sendKeys(good.toString());
        await("it is there", () -> find("sent").getText().equals("mine.yaml is there now."));
        await("it is listed", () -> find("files").getText().startsWith("mine.yaml"));
        Object text = browser.executeAsyncScript("const done = arguments[0]; fetch(document.querySelector('#files a').href)"
                + ".then((reply) => reply.text()).then(done)");
        assertEquals(GOOD, text);
        Files.writeString(good, GOOD + "# more\n");
        find("send").sendKeys(good.toString());
        await("it is asked", () -> find("replace").isDisplayed());
        find("replace").click();
        await("it is replaced", () -> find("sent").getText().equals("mine.yaml is there now."));
        assertEquals(GOOD + "# more\n", Files.readString(folder.resolve("presets/mine.yaml")));
    }

    @Test void keysOfPartsAreChangedByNumbersAndByDragging() throws Exception {
        row(2, ".name").click();
        await("its parts are there", () -> browser.findElements(By.cssSelector("#splits li")).size() == 2);
        assertEquals("bass from C-1 to B3; piano from C4 to C7", find("piano").getDomAttribute("aria-label"));
        WebElement lowest = browser.findElement(By.cssSelector("[aria-label='piano: lowest key']"));
        lowest.sendKeys(Keys.chord(Keys.CONTROL, "a") + "55" + Keys.TAB);
        assertEquals("bass from C-1 to B3; piano from G3 to C7", find("piano").getDomAttribute("aria-label"));
        scrollTo("splits-of");
        WebElement end = browser.findElement(By.cssSelector("#splits li:first-child .end:last-of-type"));
        new Actions(browser).moveToElement(end).clickAndHold().moveByOffset(-40, 0).release().perform();
        await("the end has moved", () -> !find("piano").getDomAttribute("aria-label").contains("to B3"));
        String key = find("piano").getDomAttribute("aria-label").replaceAll("bass from C-1 to ([^;]*);.*", "$1");
        keep("bank-phone-splits");
        find("play").click();
        await("it plays", () -> find("splits-said").getText().startsWith("Piano and bass plays"));
        String text = PanelRig.JSON.readTree(panel.get("/api/text").body()).get("text").asString();
        assertTrue(text.contains("keys: .. " + key + "\n") && text.contains("keys: G3 .. C7\n"), text);
        find("save").click();
        await("it is saved", () -> find("splits-said").getText().startsWith("saved in "));
    }

    @Test void itIsShownOnAPhoneAndOnALaptop() throws Exception {
        row(2, ".name").click();
        await("its parts are there", () -> browser.findElements(By.cssSelector("#splits li")).size() == 2);
        find("measure").click();
        await("it measures", () -> find("cancel").isDisplayed());
        browser.executeScript("scrollTo(0, 0)");
        keep("bank-phone");
        long wide = (long) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(wide <= 360, "nothing is wider than a phone: " + wide);
        find("cancel").click();
        await("it has stopped", () -> find("measuring").getText().equals("it was cancelled"));
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.executeScript("scrollTo(0, 0)");
        keep("bank-laptop");
        browser.navigate().refresh();
        await("it is there again, out of the browser's cache", () -> order().startsWith("One, "));
        visit("/bank?anew");
        await("the bank is there", () -> order().startsWith("One, "));
        Object bytes = browser.executeScript("return performance.getEntriesByType('navigation')[0].transferSize");
        System.out.println("panel: the page of the bank, " + bytes + " bytes");
        assertTrue(((Number) bytes).longValue() < 30_000, bytes + " bytes");
    }
}
