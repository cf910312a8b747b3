package org.chronus.hosting.scan;

import java.util.List;

import org.chronus.hosting.PluginInfo;

/**
 * What a scan has found in a bundle. Immutable; any thread.
 *
 * @param stamp   of the bundle's files when it was scanned: another one means that it has changed
 * @param plugins what is in it, those that are refused included
 * @param refusal why the bundle as a whole is of no use, in a line; empty if it is
 */
public record BundleScan(long stamp, List<PluginInfo> plugins, String refusal) {
    /** Copies the list. */
    public BundleScan {
        plugins = List.copyOf(plugins);
    }
}
