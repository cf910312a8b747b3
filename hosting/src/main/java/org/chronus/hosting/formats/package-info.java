/** The list of plugin formats. Any thread. */
package org.chronus.hosting.formats;
