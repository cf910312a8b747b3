/**
 * The user's files: presets, banks, scales, keymaps and SoundFonts, as others fetch them and send new ones. What is sent is looked at before it
 * takes a place.
 */
package org.chronus.instrument.files;
