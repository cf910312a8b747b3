/** Measurements of sound: spectrum, pitch, loudness, true peak. Of whole sounds, and of such as go on. */
package org.chronus.modules.testkit.measure;
