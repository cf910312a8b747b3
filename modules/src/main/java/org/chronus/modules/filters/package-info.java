/** Filters. */
package org.chronus.modules.filters;
