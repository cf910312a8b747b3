package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.instrument.panel.http.PanelAccess;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The panel in a real browser, as wide as a phone. Its pictures are in {@code target/screenshots}. */
class BrowserTest extends PageTest {
    /** What Chromium's tools call slow 4G, in bytes a second and milliseconds. */
    private static final Map<String, Object> SLOW_4G = Map.of("offline", false, "downloadThroughput", 1.6e6 / 8 * 0.9, "uploadThroughput", 750e3 / 8 * 0.9,
            "latency", 150 * 3.75);

    private void show() {
        visit("/");
        await("it shows what plays", () -> text("name").equals(panel.rig.playing()));
    }

    @Test void whatIsTouchedPlaysAndWhatPlaysIsShown() throws Exception {
        show();
        assertEquals("000", text("number"));
        browser.findElement(By.id("next")).click();
        await("the next plays", () -> panel.rig.playing().equals("Two"));
        await("it is shown", () -> text("name").equals("Two"));
        panel.rig.instrument.step(System.nanoTime(), 1);
        double seconds = await("a change that is made elsewhere is shown", () -> text("name").equals("Three"));
        System.out.printf(Locale.ROOT, "panel: a change made elsewhere is shown after %.0f ms, the driver's look included%n", 1e3 * seconds);
        await("the set list is there", () -> browser.findElements(By.cssSelector("#set li")).size() == 3);
        browser.findElements(By.cssSelector("#set button")).getFirst().click();
        await("a program of the list plays", () -> text("name").equals("One"));
        keep("play-phone");
        browser.manage().window().setSize(new Dimension(1280, 800));
        keep("play-laptop");
    }

    @Test void keysAreTouchedAndLetGo() {
        show();
        WebElement key = browser.findElement(By.cssSelector("[data-key='52']"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", key);
        new Actions(browser).moveToElement(key, 0, 40).clickAndHold().perform();
        await("it sounds", () -> panel.rig.instrument.engine().voices() == 1);
        await("it is shown", () -> key.getDomAttribute("class").contains("down"));
        new Actions(browser).release().perform();
        await("it ends", () -> panel.rig.instrument.engine().voices() == 0);
        new Actions(browser).moveToElement(key, 0, 40).clickAndHold().perform();
        await("it sounds again", () -> panel.rig.instrument.engine().voices() == 1);
        browser.get("about:blank");
        await("a page that is left lets go", () -> panel.rig.instrument.engine().voices() == 0);
    }

    @Test void aPageFindsBackByItself() throws Exception {
        show();
        panel.server.close();
        await("it says that nobody answers", () -> browser.findElement(By.id("away")).isDisplayed());
        keep("away-phone");
        panel.rig.instrument.step(System.nanoTime(), 1);
        await("it changes meanwhile", () -> panel.rig.playing().equals("Two"));
        InetSocketAddress place = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), panel.port);
        PanelServer again = new PanelServer(place, new PanelAccess(Set.of("127.0.0.1"), Optional.empty(), false), panel.rig.room,
                PanelRig.A4);
        again.start();
        try {
            double seconds = await("it is right again", () -> text("name").equals("Two") && !browser.findElement(By.id("away")).isDisplayed());
            System.out.printf(Locale.ROOT, "panel: right again %.2f s after the instrument%n", seconds);
        } finally {
            again.close();
        }
    }

    @Test void itIsSmallAndThereAtOnce() {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.emulateNetworkConditions", SLOW_4G);
        browser.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        show();
        Object bytes = browser.executeScript("return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, each) => sum + each.transferSize, 0)");
        Object millis = browser.executeScript("return performance.getEntriesByType('navigation')[0].loadEventEnd");
        System.out.printf(Locale.ROOT, "panel: %s bytes, complete after %.0f ms on slow 4G with a quarter of the processor%n", bytes,
                ((Number) millis).doubleValue());
        assertTrue(((Number) bytes).longValue() < 150_000, bytes + " bytes");
        List<Object> wide = List.of(browser.executeScript("return document.documentElement.scrollWidth"), 360L);
        assertTrue(((Number) wide.getFirst()).longValue() <= 360, "nothing is wider than a phone: " + wide);
    }

    /** Pictures a second, with a quarter of the processor, while the page is scrolled up and down at every picture. */
    private double picturesWhileScrolling() {
        Object pictures = browser.executeAsyncScript("const done = arguments[0], begin = performance.now(); let n = 0;"
                + "const step = (now) => { scrollTo(0, 100 + 100 * Math.sin(n++ / 10)); if (now - begin < 3000) requestAnimationFrame(step);"
                + "else done(n / (now - begin) * 1000); }; requestAnimationFrame(step);");
        return ((Number) pictures).doubleValue();
    }

    @Test void itScrollsAsAnEmptyPageDoes() throws Exception {
        browser.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        browser.get("data:text/html,<body style='height:3000px'>");
        double empty = picturesWhileScrolling();
        show();
        panel.ask("{\"do\":\"note\",\"key\":60,\"velocity\":100}");
        double full = 0;
        for (int attempt = 0; attempt < 3 && full <= empty / 2; attempt++) {
            full = picturesWhileScrolling();
        }
        System.out.printf(Locale.ROOT, "panel: %.0f pictures a second while it scrolls with a quarter of the processor; an empty page %.0f%n",
                full, empty);
        assertTrue(full > empty / 2, full + " pictures a second, of an empty page " + empty);
    }
}
