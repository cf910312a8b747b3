package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** Other people's plugins on the page of the patch in a real browser. Its pictures are in {@code target/screenshots}. */
class PluginsPageTest extends PageTest {
    private static final String REVERB = "lv2:http://calf.sourceforge.net/plugins/Reverb";
    private static final ModuleCatalog CATALOG = ModuleCatalog.load().with(new PluginCatalog(System.getenv(), _ -> { }));

    @Override protected ModuleCatalog catalog() {
        return CATALOG;
    }

    @BeforeEach void open() {
        assumeTrue(CATALOG.find(REVERB).isPresent(), "install calf-plugins to try it");
        visit("/patch");
        await("the text is there", () -> value().contains("name: One"));
    }

    private String value() {
        return find("text").getDomProperty("value");
    }

    private void type(String keys) {
        browser.executeScript("arguments[0].focus(); arguments[0].setSelectionRange(1e6, 1e6)", find("text"));
        find("text").sendKeys(keys);
    }

    @Test void aPluginIsFoundByAWordOfItsNameAndItsPortsAreOffered() throws Exception {
        type("\nmix:\nmodules: {room: {type: \"calf.sourceforge.net/plugins/rev");
        await("the plugin is offered", () -> find("words").getText().startsWith(REVERB));
        keep("patch-phone-plugin");
        find("text").sendKeys(Keys.ENTER + ", am");
        await("its port is offered", () -> find("words").getText().startsWith("amount:"));
        find("text").sendKeys(Keys.TAB + "0.5}}\ncables:\n- voices -> room.");
        assertTrue(value().contains("{room: {type: \"" + REVERB + "\", amount: 0.5}}"), value());
        await("its inputs are offered", () -> find("words").isDisplayed() && find("words").getText().contains("decay_time"));
        String first = find("words").findElement(By.tagName("li")).getText();
        ModuleType reverb = CATALOG.find(REVERB).orElseThrow();
        assertTrue(reverb.shape().inputs().keySet().stream().anyMatch(first::startsWith), first);
    }

    @Test void presetsOfAPluginAreOfferedBetweenQuotes() {
        String zyn = "lv2:http://zynaddsubfx.sourceforge.net", preset = "Pads: 0065-Soft Pad.xiz";
        assumeTrue(CATALOG.find(zyn).isPresent(), "install zynaddsubfx-lv2 to try it");
        type("\ninstrument: {type: \"" + zyn + "\", preset: \"0065-soft p");
        await("the preset is offered", () -> find("words").getText().startsWith(preset));
        find("text").sendKeys(Keys.TAB + "}");
        assertTrue(value().endsWith("preset: \"" + preset + "\"}"), value());
    }

    @Test void whatAPluginHasIsWhatItsModuleHas() throws Exception {
        JsonNode plugin = PanelRig.JSON.readTree(panel.get("/api/plugins/" + URLEncoder.encode(REVERB, StandardCharsets.UTF_8)).body());
        OpenApi.check(plugin, OpenApi.schema("ModuleType"), REVERB);
        ModuleType reverb = CATALOG.find(REVERB).orElseThrow();
        assertEquals(reverb.shape().inputs().keySet(), plugin.get("inputs").propertyNames());
        JsonNode all = PanelRig.JSON.readTree(panel.get("/api/plugins").body());
        assertTrue(all.valueStream().anyMatch(each -> each.get("type").asString().equals(REVERB)), "it is in the list");
        String refused = panel.get("/api/plugins/lv2:http:%2F%2Fcalf.sourceforge.net%2Fplugins%2FNothing").body();
        assertTrue(refused.startsWith("{\"refused\":\"there is no plugin lv2:http://calf.sourceforge.net/plugins/Nothing: "), refused);
    }

    @Test void thePictureShowsAPluginWithItsPorts() throws Exception {
        panel.ask(PanelRig.JSON.writeValueAsString(Map.of("do", "play-text", "text", """
                chronus: 1
                name: Wet
                modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc -> amp -> out, env -> amp.gain]
                mix:
                  modules: {room: {type: "%s", amount: 0.5}}
                  cables: [voices -> room -> out]
                """.formatted(REVERB))));
        String picture = panel.get("/api/patch.svg").body();
        assertTrue(picture.contains("room: " + REVERB + ", "), picture);
        assertTrue(picture.contains(">amount 0.5<"), picture);
        assertTrue(picture.contains(">lv2:…/Reverb<"), "its address is too long for a heading");
    }
}
