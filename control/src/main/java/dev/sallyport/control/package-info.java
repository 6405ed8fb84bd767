/**
 * Agents behind a pair of pipes: one JSON object a line each way, so that anything that carries bytes in order (a child
 * in a network namespace, ssh, a container) can carry an agent.
 */
package dev.sallyport.control;
