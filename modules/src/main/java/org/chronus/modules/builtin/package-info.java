/** The modules that come with Chronus. Any thread but the audio thread. */
package org.chronus.modules.builtin;
