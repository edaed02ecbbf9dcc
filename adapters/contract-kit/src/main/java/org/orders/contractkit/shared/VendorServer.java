package org.orders.contractkit.shared;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A WireMock server on this machine that answers in a vendor's place; it ends with the tests. */
public final class VendorServer {

  /** Longer than any client in the tests waits. */
  public static final int TOO_LATE_MS = 1_400;

  private static final int THREADS = 40;

  private final WireMockServer server;
  private boolean cold = true;

  public VendorServer(ResponseDefinitionTransformerV2 answers) {
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .disableRequestJournal()
                .extensions(answers));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(WireMock.ok()));
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The first request takes a server long enough to pass for a time-out: it is made here. */
  public synchronized void warmUp() {
    if (!cold) {
      return;
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(url() + "/warm-up")).build(),
          BodyHandlers.discarding());
      cold = false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A connection that breaks so that the client of the JDK does not repeat the request itself. */
  public static ResponseDefinition brokenConnection(String method) {
    // It repeats a reading whose connection breaks before the answer begins.
    Fault fault =
        method.equals("GET") ? Fault.MALFORMED_RESPONSE_CHUNK : Fault.CONNECTION_RESET_BY_PEER;
    return WireMock.aResponse().withFault(fault).build();
  }
}
