using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// A refusal as RFC 9457 problem details, or as a page where a person asked. Return one from a handler:
/// <code>return Problem.NotFound();</code>
/// </summary>
public sealed class Problem : IResult
{
    private Problem(ProblemDetails details) => Details = details;

    /// <summary>What it says.</summary>
    public ProblemDetails Details { get; }

    private TimeSpan? RetryAfter { get; init; }

    private string? Challenge { get; init; }

    private bool Again { get; init; }

    private IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>400: everything that is wrong with what was sent, at once.</summary>
    public static Problem Faults(IReadOnlyList<Fault> faults) =>
        new(Of("faults", "What you sent has faults.", 400) with { Faults = faults });

    /// <summary>400: one thing is wrong.</summary>
    public static Problem Faults(string pointer, string message) => Faults([new Fault(pointer, message)]);

    /// <summary>401: no key, or one that does not work; which of the two is not said.</summary>
    public static Problem NoAccess() =>
        new(Of("no-access", "This needs an access key that works.", 401)) { Challenge = "Bearer realm=\"ctvoice\"" };

    /// <summary>401 on a page: nobody is signed in.</summary>
    public static Problem SignInFirst() => new(Of("sign-in", "Please sign in first.", 401)) { Challenge = "Cookie realm=\"ctvoice\"" };

    /// <summary>401 on a page: who is signed in did so too long ago for this.</summary>
    public static Problem SignInAgain() =>
        new(Of("sign-in-again", "Please sign in again.", 401)) { Challenge = "Cookie realm=\"ctvoice\"", Again = true };

    /// <summary>403: the role may not do this.</summary>
    public static Problem NotYours() => new(Of("not-yours", "Your role may not do this.", 403));

    /// <summary>403: a form came from another site, or its token is old.</summary>
    public static Problem FormRefused() =>
        new(Of("form", "This form is out of date.", 403) with { Detail = "Go back, load the page again and send the form once more." });

    /// <summary>403: a provider's call without a signature or secret that fits; nothing of it is kept.</summary>
    public static Problem NotProven() => new(Of("not-proven", "The caller did not prove who it is.", 403));

    /// <summary>404: unknown, expired and foreign look alike, to the byte.</summary>
    public static Problem NotFound() => new(Of("not-found", "There is nothing here.", 404));

    /// <summary>405: the path exists, the method does not.</summary>
    public static Problem WrongMethod(IReadOnlyList<string> allowed) =>
        new(Of("method", "This path does not answer that method.", 405)) { Allowed = allowed };

    /// <summary>409: what was asked does not fit what is; says why in a plain sentence.</summary>
    public static Problem Conflict(string detail) =>
        new(Of("conflict", "That does not fit the present state.", 409) with { Detail = detail });

    /// <summary>412: somebody changed it meanwhile; read it again.</summary>
    public static Problem Changed() =>
        new(Of("changed", "It changed since you read it.", 412) with { Detail = "Read it again and repeat your change on what you find." });

    /// <summary>413: the body is larger than the route allows.</summary>
    public static Problem TooLarge(int limit) => new(Of("too-large", "The body is too large.", 413) with
    {
        Detail = string.Create(CultureInfo.InvariantCulture, $"At most {limit} bytes are read."),
    });

    /// <summary>415: the body is of another kind than the route reads.</summary>
    public static Problem WrongContentType(string wanted) =>
        new(Of("content-type", "The body is of the wrong kind.", 415) with { Detail = $"Send it as {wanted}." });

    /// <summary>422: an Idempotency-Key came with another body than the first time.</summary>
    public static Problem OtherBody() => new(Of("other-body", "This Idempotency-Key was used with another body.", 422) with
    {
        Detail = "Send the first body again to get its answer, or use another key for another body.",
    });

    /// <summary>428: a change needs If-Match.</summary>
    public static Problem NeedsIfMatch() =>
        new(Of("if-match", "Say which version you change.", 428) with { Detail = "Send the ETag that you read in an If-Match header." });

    /// <summary>429: too often.</summary>
    public static Problem TooOften(TimeSpan retryAfter) =>
        new(Of("too-often", "Too many requests.", 429)) { RetryAfter = retryAfter };

    /// <summary>500: a fault of ours; the trace id finds it in the log.</summary>
    public static Problem Fault(string traceId) => new(Of("fault", "Something went wrong on our side.", 500) with { TraceId = traceId });

    /// <summary>503: the storage does not answer for the moment.</summary>
    public static Problem Busy(string traceId) =>
        new(Of("busy", "The service is busy.", 503) with { TraceId = traceId }) { RetryAfter = TimeSpan.FromSeconds(2) };

    /// <summary>The methods of a path as its header says them.</summary>
    internal static string Allow(IEnumerable<string> methods) =>
        string.Join(", ", methods.Append(HttpMethods.Options).Distinct(StringComparer.Ordinal));

    /// <summary>A page's caller is a person, and so is a browser that asks for what is neither page nor operation.</summary>
    private static bool IsForPerson(HttpContext context) => context.Says<Access>() is not null
        ? context.Says<ForPeople>() is not null
        : context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    // A URN, so that it cannot be taken for a page that somebody must keep alive.
    private static ProblemDetails Of(string kind, string title, int status) => new("urn:ctvoice:problem:" + kind, title, status);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Details.Status;
        response.Headers.CacheControl = "no-store";
        if (Challenge is not null)
            response.Headers.WWWAuthenticate = Challenge;
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (Allowed.Count > 0)
            response.Headers.Allow = Allow(Allowed);
        if (!IsForPerson(httpContext))
            await Answer.WriteAsync(httpContext, "application/problem+json",
                JsonSerializer.SerializeToUtf8Bytes(Details, WorkflowJson.Options));
        else if (Details.Status is StatusCodes.Status401Unauthorized)
            await Routes.PageRoutes.SignInPage(httpContext, await Coming.OfAsync(httpContext), Details.Status, first: !Again, again: Again)
                .ExecuteAsync(httpContext);
        else
            await Page.Of<Refused>(Details.Title, new Refused.Told(Details, httpContext.Says<Rate>() == Rate.Residents), Details.Status)
                .ExecuteAsync(httpContext);
    }
}

/// <summary>The body of a refusal (RFC 9457).</summary>
/// <param name="Type">What kind of refusal: <c>urn:ctvoice:problem:...</c>.</param>
/// <param name="Title">The kind in a plain sentence.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record ProblemDetails(string Type, string Title, int Status)
{
    /// <summary>What to do about it.</summary>
    public string? Detail { get; init; }

    /// <summary>Every fault, each with a JSON pointer (RFC 6901) into the body.</summary>
    public IReadOnlyList<Fault>? Faults { get; init; }

    /// <summary>Finds the event in the log.</summary>
    public string? TraceId { get; init; }
}
