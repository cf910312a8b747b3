package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chronus.midi.command.Gesture;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.value.NumberText;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** The page of the sound in a real browser, as wide as a phone. Its pictures are in {@code target/screenshots}. */
class SoundPageTest extends PageTest {
    private static final int MOST_BYTES = 30_000;

    private void show() {
        visit("/sound");
        await("it shows what plays", () -> browser.findElement(By.id("name")).getText().equals(panel.rig.playing()));
    }

    private void load(String preset) throws Exception {
        JsonNode answer = panel.ask("{\"do\":\"load\",\"preset\":\"" + preset + "\"}");
        assertTrue(answer.has("done"), answer.toString());
    }

    /** Unfolds a module, and finds the slider of one of its ports. */
    private WebElement slider(String module, String port) {
        WebElement box = browser.findElement(By.cssSelector("details[data-module='" + module + "']"));
        if (box.getDomProperty("open").equals("false")) {
            box.findElement(By.tagName("summary")).click();
        }
        await(module + " is open", () -> !browser.findElements(By.id(module + "." + port)).isEmpty());
        return browser.findElement(By.id(module + "." + port));
    }

    private String shown(String port) {
        return browser.findElement(By.cssSelector("[data-port='" + port + "'] .value")).getText();
    }

    private double playing(String parameter) {
        int number = panel.rig.instrument.engine().parameters().find(parameter).orElseThrow();
        return panel.rig.instrument.engine().stats().playing().value(number);
    }

    @Test void aSliderMovedByTheKeyboardChangesWhatPlaysAndTheDefaultComesBack() {
        show();
        WebElement sustain = slider("env", "sustain");
        double usual = playing("env.sustain");
        for (int i = 0; i < 40; i++) {
            sustain.sendKeys(Keys.ARROW_LEFT);
        }
        await("what plays has the last value", () -> Math.abs(playing("env.sustain") - (usual - 40 * 0.005)) < 1e-3);
        await("it is shown", () -> shown("env.sustain").equals(NumberText.number(playing("env.sustain"))));
        double before = playing("env.sustain");
        sustain.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        await("with shift it is a small step", () -> playing("env.sustain") != before && Math.abs(playing("env.sustain") - before) < 2e-4);
        new Actions(browser).doubleClick(sustain).perform();
        await("a double click gives the default", () -> playing("env.sustain") == (float) usual);
        sustain.sendKeys(Keys.PAGE_DOWN);
        await("it is elsewhere", () -> playing("env.sustain") < usual - 0.01);
        sustain.sendKeys(Keys.DELETE);
        await("so does a key", () -> playing("env.sustain") == (float) usual);
        await("there is no way back then", () -> !browser.findElement(By.cssSelector("[data-port='env.sustain'] .usual")).isDisplayed());
    }

    @Test void aSliderThatIsDraggedEndsWhereItIsLeft() {
        show();
        WebElement sustain = slider("env", "sustain");
        Actions drag = new Actions(browser).moveToElement(sustain).clickAndHold();
        for (int i = 0; i < 20; i++) {
            drag.moveByOffset(i % 2 == 0 ? 40 : -36, 0);
        }
        drag.release().perform();
        double left = Double.parseDouble(shown("env.sustain"));
        await("the last value plays", () -> Math.abs(playing("env.sustain") - left) < 1e-3);
    }

    @Test void aChangeThatIsMadeElsewhereIsShown() throws Exception {
        show();
        slider("env", "attack");
        panel.ask("{\"do\":\"set\",\"module\":\"env\",\"port\":\"attack\",\"value\":0.25}");
        double seconds = await("it is shown", () -> shown("env.attack").equals("250 ms"));
        System.out.printf(Locale.ROOT, "panel: a port that is set elsewhere is shown after %.0f ms, the driver's look included%n", 1e3 * seconds);
    }

    @Test void aControllerIsLearnedShownAndForgotten() throws Exception {
        show();
        slider("env", "attack");
        WebElement learn = browser.findElement(By.cssSelector("[data-port='env.attack'] .learn"));
        learn.click();
        await("it waits", () -> "true".equals(learn.getDomAttribute("aria-pressed")));
        assertTrue(browser.findElement(By.id("learning")).getText().contains("env.attack"));
        learn.click();
        await("it no longer waits", () -> "false".equals(learn.getDomAttribute("aria-pressed")));
        assertEquals("", browser.findElement(By.id("warning")).getText());
        learn.click();
        await("it waits again", () -> panel.rig.instrument.learner().wanted().isPresent());
        for (int value = 0; value < 20; value++) {
            panel.rig.instrument.learner().hear("Keystation", new Gesture.Controller(1, 2, 21, value / 127f));
        }
        By bound = By.cssSelector("[data-port='env.attack'] .chip");
        await("it is bound", () -> browser.findElements(bound).size() == 1 && browser.findElement(bound).getText().startsWith("CC 21 of Keystation"));
        keep("learned-phone");
        browser.findElement(By.cssSelector("[data-port='env.attack'] .forget")).click();
        await("it is forgotten", () -> browser.findElements(bound).isEmpty());
        assertTrue(panel.rig.instrument.bindings().all().isEmpty());
    }

    @Test void afterAProgramChangeTheNewPortsAreThere() throws Exception {
        show();
        slider("env", "attack");
        load("Warm pad");
        await("the new modules are there", () -> !browser.findElements(By.cssSelector("details[data-module='fenv']")).isEmpty());
        assertEquals("Warm pad", browser.findElement(By.id("name")).getText());
        await("what was open is open", () -> !browser.findElements(By.id("env.attack")).isEmpty());
        assertEquals("280 ms", shown("env.attack"));
    }

    @Test void whatIsLookedForIsFoundAndTheRestIsAwayMeanwhile() throws Exception {
        load("Warm pad");
        show();
        WebElement search = browser.findElement(By.id("search"));
        search.sendKeys("cutoff");
        await("it is found", () -> browser.findElements(By.cssSelector(".port")).stream().filter(WebElement::isDisplayed).count() == 2);
        assertEquals("700 Hz", shown("filter.cutoff"));
        search.sendKeys("xyz");
        await("there is no such port", () -> browser.findElement(By.id("none")).isDisplayed());
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        await("all modules are there, and folded", () -> browser.findElements(By.cssSelector("details")).stream().allMatch(WebElement::isDisplayed)
                && browser.findElements(By.cssSelector("details[open]")).isEmpty());
    }

    @Test void valuesAreInTheWordsOfPresetsAndThePageIsSmallAndNarrow() throws Exception {
        load("Warm pad");
        show();
        JsonNode patch = PanelRig.JSON.readTree(panel.get("/api/patch").body());
        long ports = patch.findValuesAsString("follows").stream().filter(String::isEmpty).count();
        browser.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        await("all ports are there", () -> browser.findElements(By.className("slider")).size() == ports);
        int count = 0;
        for (JsonNode module : patch.findParents("ports")) {
            Map<String, Input> inputs = ModuleCatalog.load().find(module.get("type").asString()).orElseThrow().shape().inputs();
            for (JsonNode port : module.get("ports")) {
                List<WebElement> slider = browser.findElements(By.id(module.get("module").asString() + "." + port.get("port").asString()));
                if (!slider.isEmpty()) {
                    assertEquals(NumberText.value(port.get("value").asDouble(), inputs.get(port.get("port").asString()).unit()),
                            slider.getFirst().getDomAttribute("aria-valuetext"), () -> module + " " + port);
                    count++;
                }
            }
        }
        assertEquals(ports, count);
        Object bytes = browser.executeScript("return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, each) => sum + each.transferSize, 0)");
        System.out.printf(Locale.ROOT, "panel: %s bytes of the page of the sound, %d ports%n", bytes, count);
        assertTrue(((Number) bytes).longValue() < MOST_BYTES, bytes + " bytes");
        assertTrue((Long) browser.executeScript("return document.documentElement.scrollWidth") <= 360, "nothing is wider than a phone");
        assertFalse(browser.findElement(By.id("away")).isDisplayed());
    }

    @Test void itIsLookedAt() throws Exception {
        load("Warm pad");
        show();
        slider("filter", "cutoff");
        slider("env", "attack");
        browser.findElement(By.cssSelector("[data-port='env.attack'] .learn")).click();
        await("it waits", () -> browser.findElement(By.id("learning")).getText().contains("env.attack"));
        browser.executeScript("arguments[0].scrollIntoView()", browser.findElement(By.cssSelector("details[data-module='filter']")));
        keep("sound-phone");
        browser.manage().window().setSize(new Dimension(1280, 800));
        browser.executeScript("arguments[0].scrollIntoView()", browser.findElement(By.tagName("h2")));
        keep("sound-laptop");
    }
}
