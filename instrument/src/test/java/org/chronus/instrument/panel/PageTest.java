package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;

import org.chronus.modules.ModuleCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A page of a panel in a real browser, as wide as a phone. */
abstract class PageTest {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver"), SCREENSHOTS = Path.of("target/screenshots");
    protected static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    protected Path folder;
    protected PanelRig panel;
    protected ChromeDriver browser;

    @BeforeEach void openBrowser() throws Exception {
        assumeTrue(Files.isExecutable(DRIVER), "install chromium-driver to try the panel in a browser");
        panel = PanelRig.of(folder, catalog());
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--user-data-dir=" + folder.resolve("profile"));
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
        browser.manage().window().setSize(new Dimension(360, 780));
    }

    /** The module types that presets may use. */
    protected ModuleCatalog catalog() {
        return ModuleCatalog.load();
    }

    @AfterEach void closeBrowser() throws Exception {
        if (browser != null) {
            browser.quit();
        }
        if (panel != null) {
            panel.close();
        }
    }

    /** Goes to a page, by its path. */
    protected final void visit(String path) {
        browser.get("http://127.0.0.1:" + panel.port + path);
    }

    protected final WebElement find(String id) {
        return browser.findElement(By.id(id));
    }

    protected final String text(String id) {
        return find(id).getText();
    }

    /** Waits for what happens soon. Returns the seconds that it took. */
    protected static double await(String what, BooleanSupplier happens) {
        long begin = System.nanoTime();
        while (!isTrue(happens)) {
            assertTrue(System.nanoTime() - begin < PATIENCE_NANOS, "never: " + what);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What is being drawn anew is not there for a moment. */
    private static boolean isTrue(BooleanSupplier happens) {
        try {
            return happens.getAsBoolean();
        } catch (WebDriverException changing) {
            return false;
        }
    }

    /** Keeps what the browser shows as a picture. */
    protected final void keep(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.move(browser.getScreenshotAs(OutputType.FILE).toPath(), SCREENSHOTS.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }
}
