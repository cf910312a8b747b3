/** Measurements of sound: spectrum, loudness, true peak. */
package org.chronus.modules.testkit.measure;
