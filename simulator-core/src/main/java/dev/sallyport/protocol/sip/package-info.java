/** SIP: framing, headers and conversations are ours; the grammar of headers is JAIN-SIP's, whose types stay in here. */
package dev.sallyport.protocol.sip;
