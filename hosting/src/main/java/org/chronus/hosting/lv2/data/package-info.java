/**
 * What LV2 plugins are installed and what they have, read by liblilv from their data, none of their code. For any thread but audio that
 * holds the lock of the {@link org.chronus.hosting.lv2.data.Lv2World}. LV2_PATH names the folders, where it is set.
 */
package org.chronus.hosting.lv2.data;
