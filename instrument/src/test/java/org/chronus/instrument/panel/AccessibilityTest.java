package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** What axe-core finds wrong with the pages in a real browser, on a phone and on a laptop, whatever is open on them: nothing. */
class AccessibilityTest extends PageTest {
    private static final List<Dimension> SIZES = List.of(new Dimension(360, 780), new Dimension(1280, 800));
    private static final String AXE = script(), RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then((result) => done(result.violations.flatMap((rule) => rule.nodes.map((node) =>
              `${node.impact ?? rule.impact} ${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.failureSummary}`))), done);
            """;

    private static String script() {
        try (InputStream file = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void check(String state) {
        for (Dimension size : SIZES) {
            browser.manage().window().setSize(size);
            browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
            if (!Boolean.TRUE.equals(browser.executeScript("return typeof axe === 'object'"))) {
                browser.executeScript(AXE);
            }
            assertEquals(List.of(), browser.executeAsyncScript(RUN), state + ", " + size.width + " pixels wide");
        }
    }

    private void load(String preset) throws Exception {
        assertTrue(panel.ask("{\"do\":\"load\",\"preset\":\"" + preset + "\"}").has("done"));
    }

    @Test void play() throws Exception {
        visit("/");
        await("the set list is there", () -> browser.findElements(By.cssSelector("#set li")).size() == 3);
        check("the page Play");
        panel.ask("{\"do\":\"note\",\"key\":52,\"velocity\":100}");
        await("a key is down", () -> !browser.findElements(By.cssSelector(".key.down")).isEmpty());
        panel.server.close();
        await("it says that nobody answers", () -> find("away").isDisplayed());
        check("the page Play without its instrument");
    }

    @Test void sound() throws Exception {
        load("Warm pad");
        visit("/sound");
        await("it shows what plays", () -> text("name").equals("Warm pad"));
        check("the page Sound");
        browser.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        await("all is open", () -> browser.findElements(By.className("slider")).size() > 10);
        browser.findElement(By.cssSelector("[data-port='env.attack'] .learn")).click();
        await("it waits for a controller", () -> text("learning").contains("env.attack"));
        check("the page Sound with all its ports");
        find("search").sendKeys("no such port");
        await("none is found", () -> find("none").isDisplayed());
        check("the page Sound without any");
    }

    @Test void listen() throws Exception {
        visit("/listen");
        panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":100}");
        await("a note is heard", () -> text("note").equals("A4"));
        find("freeze").click();
        check("the page Listen");
    }

    @Test void patch() throws Exception {
        visit("/patch");
        await("the picture is there", () -> browser.findElements(By.cssSelector("#picture g.box")).size() == 4);
        check("the page Patch");
        browser.executeScript("const at = arguments[0].value.indexOf('type: sine') + 10; arguments[0].focus();"
                + "arguments[0].setSelectionRange(at, at)", find("text"));
        find("text").sendKeys("e");
        await("the mistake is listed", () -> find("problems").getText().startsWith("line 4: "));
        find("text").sendKeys(Keys.BACK_SPACE + "" + Keys.BACK_SPACE);
        await("words are offered", () -> find("words").isDisplayed());
        check("the page Patch with words that fit");
        find("text").sendKeys(Keys.ESCAPE);
        find("compare").click();
        await("the difference is shown", () -> find("difference").isDisplayed());
        panel.rig.instrument.step(System.nanoTime(), 1);
        await("it is told of another", () -> find("other").isDisplayed());
        check("the page Patch with a mistake and a difference");
    }

    @Test void bank() throws Exception {
        Files.writeString(folder.resolve("Three.yaml"), """
                chronus: 1
                name: Piano and bass
                parts:
                  bass: {keys: .. B3, modules: {osc: {type: sine}}, cables: [osc -> out]}
                  piano: {keys: C4 .. C7, modules: {osc: {type: sine}}, cables: [osc -> out]}
                """);
        Files.createDirectories(folder.resolve("presets"));
        Files.copy(folder.resolve("One.yaml"), folder.resolve("presets/One.yaml"));
        panel.ask("{\"do\":\"program\",\"number\":2}");
        visit("/bank");
        await("the bank is there", () -> browser.findElements(By.cssSelector("#programs li")).size() == 3);
        await("its parts are there", () -> browser.findElements(By.cssSelector("#splits li")).size() == 2);
        await("a file is there", () -> browser.findElements(By.cssSelector("#files li")).size() == 1);
        check("the page Bank");
        browser.findElement(By.cssSelector("[aria-label='Two: up']")).click();
        find("measure").click();
        await("it measures", () -> find("cancel").isDisplayed());
        browser.findElement(By.cssSelector("[aria-label='piano: lowest key']")).sendKeys(Keys.chord(Keys.CONTROL, "a") + "55" + Keys.TAB);
        find("send").sendKeys(folder.resolve("One.yaml").toString());
        await("it is asked", () -> find("replace").isDisplayed());
        check("the page Bank with what is not saved");
        find("cancel").click();
        await("it has stopped", () -> find("measuring").getText().equals("it was cancelled"));
    }

    @Test void aDeviceThatIsNotPaired() throws Exception {
        String key = "abcdefghijkmnpqrstuvwxyz2";
        try (PanelRig other = new PanelRig(Files.createDirectory(folder.resolve("other")), Optional.of(key), false)) {
            browser.get("http://127.0.0.1:" + other.port + "/bank");
            assertTrue(browser.findElement(By.tagName("main")).getText().contains("this device is not paired"));
            keep("unpaired-phone");
            check("the page for a device that is not paired");
            find("key").sendKeys(key + Keys.ENTER);
            await("it is paired", () -> text("name").equals("One"));
            browser.get("http://127.0.0.1:" + other.port + "/nowhere");
            assertEquals("there is no page /nowhere: begin at /", browser.findElement(By.cssSelector("[role=alert]")).getText());
            check("the page for what is not there");
        }
    }
}
