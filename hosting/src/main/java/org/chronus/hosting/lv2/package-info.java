/**
 * LV2 plugins: instances and what they are given. An instance is for the plugins' main thread, and its [audio] methods for the one thread that
 * runs its patch. Plugins with a Qt interface need QT_QPA_PLATFORM=offscreen in the environment of the process where there is no display.
 */
package org.chronus.hosting.lv2;
