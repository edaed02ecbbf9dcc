package org.orders.adapter.rest.job;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobId;
import org.orders.application.job.JobState;
import org.orders.application.job.JobType;
import org.orders.application.job.ReadJobs;
import org.orders.application.job.RetryJob;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** Work in the background, and what of it was given up, for those who run the shop. */
@Tag(name = "Background work")
@Path("/admin/jobs")
@RunOnVirtualThread
public class AdminJobResource {

  private final ReadJobs readJobs;
  private final RetryJob retryJob;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;

  AdminJobResource(
      ReadJobs readJobs,
      RetryJob retryJob,
      CurrentCaller caller,
      Answers answers,
      ListRequest list) {
    this.readJobs = readJobs;
    this.retryJob = retryJob;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
  }

  @GET
  @Performs(Operation.LIST_JOBS)
  @Described(
      summary = "Lists jobs",
      description = "Work in the background that is not done; newest first.",
      form = Form.PAGE,
      answers = JobJson.class,
      parameters = {"JobStateFilter", "JobTypeFilter"})
  public Response listJobs() {
    JobFilter filter = new JobFilter(list.constant("state", JobState.class), type());
    return list.page(List.of("state", "type"), page -> readJobs.list(filter, page), JobJson::of);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_JOB)
  @Described(
      summary = "Reads a job",
      description = "What is done is no job any more and not found.",
      answers = JobJson.class)
  public Response readJob(@PathParam("id") String id) {
    return answers.found(JobJson.of(readJobs.read(jobId(id))));
  }

  @POST
  @Path("/{id}/retry")
  @Performs(Operation.RETRY_JOB)
  @Described(
      summary = "Retries a job that was given up",
      description = "It is done as soon as a worker is free.",
      answers = JobJson.class,
      conflicts = {"job-not-dead", "job-already-waiting"})
  public Response retryJob(@PathParam("id") String id) {
    var command = new RetryJob.Command(caller.actor(), jobId(id));
    return answers.once(command, retryJob::retry, job -> Answer.ok(JobJson.of(job)));
  }

  private @Nullable JobType type() {
    String type = list.text("type");
    return type == null
        ? null
        : JobType.parse(type)
            .orElseThrow(
                () ->
                    new InvalidValue(
                        List.of(
                            new Violation(
                                "/query/type", "must be lower case words with hyphens between"))));
  }

  private static JobId jobId(String id) {
    return new JobId(Ids.inPath(id, "job"));
  }
}
