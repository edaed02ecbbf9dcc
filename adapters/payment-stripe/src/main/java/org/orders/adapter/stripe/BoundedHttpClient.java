package org.orders.adapter.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How requests go to Stripe: each ends within a fixed time, to the last byte of its answer, and is
 * sent once. The client's own transport bounds each read only, so that an answer that trickles
 * would hold its caller for ever.
 */
final class BoundedHttpClient extends com.stripe.net.HttpClient {

  private final HttpClient http;
  private final Duration timeout;

  BoundedHttpClient(Duration connectTimeout, Duration timeout) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.timeout = timeout;
  }

  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    HttpResponse<String> response = send(toHttp(request));
    HttpHeaders headers = HttpHeaders.of(response.headers().map());
    if (response.statusCode() < 200 || response.statusCode() > 299) {
      throw new StripeAnswered(
          response.statusCode(),
          response.body(),
          headers.firstValue("Idempotent-Replayed").filter("true"::equals).isPresent());
    }
    return new StripeResponse(response.statusCode(), headers, response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws ApiConnectionException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new ApiConnectionException("no answer within " + timeout);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("interrupted");
    } catch (ExecutionException | CancellationException failed) {
      // The cause's type is enough to know, and its text may quote what was sent.
      Throwable cause = failed.getCause() instanceof IOException io ? io : failed;
      throw new ApiConnectionException("no answer: " + cause.getClass().getSimpleName());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest toHttp(StripeRequest request) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url().toString()));
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    builder.setHeader("User-Agent", buildUserAgentString(request));
    HttpContent content = request.content();
    if (content == null) {
      return builder.method(request.method().name(), BodyPublishers.noBody()).build();
    }
    return builder
        .setHeader("Content-Type", content.contentType())
        .method(request.method().name(), BodyPublishers.ofByteArray(content.byteArrayContent()))
        .build();
  }
}
