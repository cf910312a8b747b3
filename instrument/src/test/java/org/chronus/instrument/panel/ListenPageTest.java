package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The page that shows what is heard, in a real browser. Its pictures are in {@code target/screenshots}. */
class ListenPageTest extends PageTest {
    /** How many points of a canvas are drawn. */
    private static final String DRAWN = "const c = document.getElementById(arguments[0]);"
            + "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter((x, i) => i % 4 === 3 && x > 0).length";

    @BeforeEach void open() throws Exception {
        size(360, 780);
    }

    /** A window has a smallest width of its own; a phone has not. */
    private void size(int width, int height) {
        browser.manage().window().setSize(new Dimension(width, height));
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 800));
    }

    private void show() {
        visit("/listen");
        await("it hears the silence", () -> text("pitch").equals("no clear pitch") && text("rms").equals("–∞ dB"));
    }

    private long drawn(String canvas) {
        return ((Number) browser.executeScript(DRAWN, canvas)).longValue();
    }

    private double cents() {
        return Double.parseDouble(text("pitch").replaceAll(" cents.*", "").replace("−", "-"));
    }

    @Test void aNoteIsNamedDrawnAndMeasured() throws Exception {
        show();
        long silent = drawn("wave");
        panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":100}");
        await("it is an A4", () -> text("note").equals("A4"));
        await("it is exact", () -> !text("pitch").startsWith("no") && Math.abs(cents()) < 5);
        await("it has a loudness", () -> text("integrated").matches("−\\d+\\.\\d LUFS") && text("momentary").matches("−\\d+\\.\\d LUFS"));
        await("the wave is drawn", () -> drawn("wave") > silent + 500);
        await("the spectrum is drawn", () -> drawn("spectrum") > 5_000);
        await("both are told in words", () -> text("wave-text").startsWith("10 ms") && text("spectrum-text").startsWith("strongest near 4"));
        assertEquals("Listen", browser.findElement(By.cssSelector("#pages [aria-current]")).getText());
        Number wide = (Number) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(wide.longValue() <= 360, "nothing is wider than a phone");
        keep("listen-phone");
        size(1_280, 900);
        panel.ask("[{\"do\":\"note\",\"key\":69,\"velocity\":0},{\"do\":\"load\",\"preset\":\"Warm pad\"},"
                + "{\"do\":\"note\",\"key\":57,\"velocity\":100}]");
        await("both sides are drawn", () -> text("wave-text").contains("right orange") && text("note").equals("A3")
                && text("momentary").matches("−[12]\\d\\.\\d LUFS"));
        keep("listen-laptop");
    }

    @Test void anOutputIsChosenFromTheWiring() throws Exception {
        show();
        panel.ask("{\"do\":\"load\",\"preset\":\"Reference voice\"}");
        await("its outputs are there", () -> !browser.findElements(By.cssSelector("#output option[value='voices']")).isEmpty());
        // The list may be made anew between a look and a click.
        await("one is chosen", () -> {
            browser.findElement(By.cssSelector("#output optgroup option")).click();
            return !find("output").getDomProperty("value").isEmpty();
        });
        panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":1}");
        await("it is heard at its full level", () -> text("note").equals("A4") && text("rms").matches("−\\d\\.\\d dB|−1\\d\\.\\d dB"));
        keep("listen-output-phone");
        panel.ask("{\"do\":\"load\",\"preset\":\"Drawbar organ\"}");
        await("all is heard again", () -> browser.findElement(By.id("output")).getDomProperty("value").isEmpty());
    }

    @Test void aFrozenPictureStandsAndTheMeasurementBeginsAnew() {
        show();
        panel("{\"do\":\"note\",\"key\":57,\"velocity\":100}");
        await("it is an A3", () -> text("note").equals("A3"));
        browser.findElement(By.id("freeze")).click();
        assertEquals("true", browser.findElement(By.id("freeze")).getDomAttribute("aria-pressed"));
        panel("{\"do\":\"note\",\"key\":57,\"velocity\":0}");
        await("it is silent", () -> panel.rig.instrument.engine().voices() == 0);
        String picture = (String) browser.executeScript("return document.getElementById('wave').toDataURL()");
        assertEquals(picture, browser.executeAsyncScript("setTimeout(() => arguments[0](document.getElementById('wave').toDataURL()), 500)"));
        assertEquals("A3", text("note"));
        browser.findElement(By.id("freeze")).click();
        await("it goes on", () -> text("pitch").equals("no clear pitch"));
        assertNotEquals("–∞ LUFS", text("integrated"));
        browser.findElement(By.id("anew")).click();
        await("it is counted anew", () -> text("integrated").equals("–∞ LUFS"));
    }

    /** A view has 2 kB: a second and a half of them is all that may wait on the way. */
    @Test void aSlowNetworkShowsWhatIsNew() {
        show();
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.emulateNetworkConditions",
                Map.of("offline", false, "downloadThroughput", 20_000, "uploadThroughput", 20_000, "latency", 100));
        browser.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        panel("{\"do\":\"note\",\"key\":57,\"velocity\":100}");
        await("it is an A3", () -> text("note").equals("A3"));
        for (long begin = System.nanoTime(); System.nanoTime() - begin < 12_000_000_000L;) {
            LockSupport.parkNanos(100_000_000L);
        }
        panel("[{\"do\":\"note\",\"key\":57,\"velocity\":0},{\"do\":\"note\",\"key\":60,\"velocity\":100}]");
        long begin = System.nanoTime();
        await("it is a C4", () -> text("note").equals("C4"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "listen: shown after %.1f s on a network of 20 kB/s%n", seconds);
        assertTrue(seconds < 6, seconds + " s late");
    }

    private void panel(String request) {
        try {
            panel.ask(request);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test void whoWantsLittleMotionHasSlowerPictures() {
        browser.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        show();
        panel("{\"do\":\"note\",\"key\":60,\"velocity\":100}");
        await("it is shown", () -> text("note").equals("C4"));
        Object pictures = browser.executeAsyncScript("const done = arguments[0], pen = CanvasRenderingContext2D.prototype, clear = pen.clearRect;"
                + "let n = 0; pen.clearRect = function (...a) { n++; clear.apply(this, a); }; setTimeout(() => done(n / 2), 3000)");
        assertTrue(((Number) pictures).doubleValue() <= 7, pictures + " pictures in three seconds");
    }

    @Test void aPageThatNobodyLooksAtIsSentNothing() {
        show();
        assertTrue(panel.rig.room.tap().isListenedTo());
        browser.executeScript("Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
                + "document.dispatchEvent(new Event('visibilitychange'))");
        await("nobody listens", () -> !panel.rig.room.tap().isListenedTo());
        browser.executeScript("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
        await("it listens again", () -> panel.rig.room.tap().isListenedTo());
    }
}
