/** Jars of module types in the plugin folder, each in a class loader of its own. Any thread but the audio thread. */
package org.chronus.hosting.jars;
