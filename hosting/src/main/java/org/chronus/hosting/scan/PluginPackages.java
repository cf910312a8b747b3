package org.chronus.hosting.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Debian package a plugin that is not there comes in, as far as that is known. Any thread. */
final class PluginPackages {
    private static final Map<String, String> BY_BEGINNING = new LinkedHashMap<>();

    static {
        BY_BEGINNING.put("lv2:http://drobilla.net/plugins/mda/", "mda-lv2");
        BY_BEGINNING.put("lv2:http://moddevices.com/plugins/mda/", "mda-lv2");
        BY_BEGINNING.put("lv2:http://gareus.org/oss/lv2/b_", "setbfree");
        BY_BEGINNING.put("lv2:http://gareus.org/oss/lv2/", "x42-plugins");
        BY_BEGINNING.put("lv2:http://zynaddsubfx.sourceforge.net", "zynaddsubfx-lv2");
        BY_BEGINNING.put("lv2:http://calf.sourceforge.net/plugins/", "calf-plugins");
        BY_BEGINNING.put("lv2:http://synthv1.sourceforge.net/lv2", "synthv1-lv2");
        BY_BEGINNING.put("lv2:https://github.com/michaelwillis/dragonfly-reverb", "dragonfly-reverb-lv2");
        BY_BEGINNING.put("lv2:urn:dragonfly", "dragonfly-reverb-lv2");
        BY_BEGINNING.put("lv2:urn:zamaudio:", "zam-plugins");
        BY_BEGINNING.put("lv2:http://plugin.org.uk/swh-plugins/", "swh-lv2");
        BY_BEGINNING.put("lv2:http://lsp-plug.in/plugins/lv2/", "lsp-plugins-lv2");
        BY_BEGINNING.put("lv2:http://lv2plug.in/plugins/eg-", "lv2-examples");
        BY_BEGINNING.put("clap:com.zamaudio.", "zam-plugins");
        BY_BEGINNING.put("sf2:default-GM", "timgm6mb-soundfont");
        BY_BEGINNING.put("sf2:TimGM6mb", "timgm6mb-soundfont");
        BY_BEGINNING.put("sf2:FluidR3_GM", "fluid-soundfont-gm");
    }

    private PluginPackages() { }

    /** What to do about a plugin that is not there, if nothing of its package is among those that are. */
    static Optional<String> cure(String type, List<String> installed) {
        return BY_BEGINNING.entrySet().stream().filter(entry -> type.startsWith(entry.getKey())).findFirst()
                .filter(entry -> installed.stream().noneMatch(other -> other.startsWith(entry.getKey())))
                .map(entry -> "it is not installed: apt install " + entry.getValue());
    }
}
