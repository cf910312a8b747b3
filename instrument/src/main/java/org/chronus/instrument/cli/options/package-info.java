/** What words on the command line mean. */
package org.chronus.instrument.cli.options;
