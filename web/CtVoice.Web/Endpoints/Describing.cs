using Microsoft.AspNetCore.Builder;

namespace CtVoice.Web;

/// <summary>What an endpoint says of itself where ASP.NET Core has no word for it; names, summaries and descriptions are its own.</summary>
public static class Describing
{
    /// <summary>Who may call. Each endpoint says so, or the host does not start.</summary>
    public static IEndpointConventionBuilder OpenTo(this IEndpointConventionBuilder endpoint, Access access)
    {
        endpoint.WithMetadata(access);
        return access.Roles.Count > 0 ? endpoint.RequireAuthorization(Callers.Policy(access.Roles)) : endpoint;
    }

    /// <summary>How often a caller may ask; without it, what <see cref="Rate.Reads"/> or <see cref="Rate.Writes"/> says.</summary>
    public static IEndpointConventionBuilder RateLimited(this IEndpointConventionBuilder endpoint, Rate rate) =>
        endpoint.WithMetadata(rate);

    /// <summary>How much of a body is read; without it, what <see cref="BodyLimit.Ordinary"/> says.</summary>
    public static IEndpointConventionBuilder LimitBody(this IEndpointConventionBuilder endpoint, BodyLimit limit) =>
        endpoint.WithMetadata(limit);

    /// <summary>Shows a body that the operation accepts.</summary>
    public static IEndpointConventionBuilder Takes<TBody>(this IEndpointConventionBuilder endpoint, TBody example)
        where TBody : notnull => endpoint.WithMetadata(new BodyExample(example));

    /// <summary>Shows a JSON body that may also be left out: the handler reads it.</summary>
    public static IEndpointConventionBuilder MayTake<TBody>(this IEndpointConventionBuilder endpoint, TBody example)
        where TBody : notnull =>
        endpoint.Takes(example)
            .WithMetadata(new AcceptedBody(BodyKind.Any, typeof(TBody)),
                new BodyParameter(((Action<TBody>)Body).Method.GetParameters()[0]));

    // Stands for a handler that has the body as its parameter.
    private static void Body<TBody>(TBody body)
        where TBody : notnull => _ = body;

    /// <summary>Reads whatever the caller sends; the API's description says nothing of it but what <see cref="TakesFile"/> does.</summary>
    public static IEndpointConventionBuilder TakesAnything(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new AcceptedBody(BodyKind.Any));

    /// <summary>Says which kinds of files it takes as a body.</summary>
    public static IEndpointConventionBuilder TakesFile(this IEndpointConventionBuilder endpoint,
        params IReadOnlyList<string> contentTypes) =>
        endpoint.WithMetadata(new AcceptedFiles(contentTypes));

    /// <summary>Lists an answer with a JSON body.</summary>
    public static IEndpointConventionBuilder Returns<T>(this IEndpointConventionBuilder endpoint, int status, string description, T example)
        where T : notnull => endpoint.WithMetadata(new DescribedAnswer(status, description, "application/json", typeof(T), example));

    /// <summary>Lists an answer that is not JSON (<paramref name="contentType"/>), or has no body (null).</summary>
    public static IEndpointConventionBuilder Returns(this IEndpointConventionBuilder endpoint, int status, string description,
        string? contentType = null) =>
        endpoint.WithMetadata(new DescribedAnswer(status, description, contentType, contentType switch
        {
            null => typeof(void),
            "application/problem+json" => typeof(ProblemDetails),
            _ => typeof(string),
        }, null));

    /// <summary>Describes a value of the path that is not what the word before it says (<see cref="PathValues"/>).</summary>
    public static IEndpointConventionBuilder Path(this IEndpointConventionBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new DescribedParameter(name, "path", description));

    /// <summary>Describes an optional value of the query.</summary>
    public static IEndpointConventionBuilder Query(this IEndpointConventionBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new DescribedParameter(name, "query", description));

    /// <summary>Describes an optional header.</summary>
    public static IEndpointConventionBuilder Header(this IEndpointConventionBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new DescribedParameter(name, "header", description));

    /// <summary>Says that a repeated request is known by an Idempotency-Key.</summary>
    public static IEndpointConventionBuilder Repeatable(this IEndpointConventionBuilder endpoint) => endpoint.Header(
        IdempotencyKey.Header,
        FormattableString.Invariant(
            $"A text of your own, at most {IdempotencyKey.Longest} characters; send it again when you repeat the request."));
}
