using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web;

/// <summary>
/// Maps handlers that return a result, as minimal APIs do, onto plain request delegates: a typed delegate is compiled when
/// the first request comes, and there are many (decision 20). What follows <c>Map...</c> says who may call, and what it does.
/// </summary>
/// <remarks>
/// An area maps its endpoints in one file:
/// <code>
/// internal static class ProjectRoutes
/// {
///     internal static void MapProjects(this IEndpointRouteBuilder endpoints)
///     {
///         endpoints.MapPost&lt;ProjectRequest&gt;("/api/projects", SubmitAsync).OpenTo(Access.For(Role.Agency, Role.Coordinator))
///             .WithName("submitProject").WithSummary("Submits a project for review.")
///             .Takes(Samples.Project).Returns(202, "Stored; the review starts.", Samples.Receipt);
///     }
///
///     private static async Task&lt;IResult&gt; SubmitAsync(HttpContext context, ProjectRequest body) => ...
/// }
/// </code>
/// </remarks>
public static class Mapping
{
    /// <summary>Reads something for a program; answers HEAD too.</summary>
    public static IEndpointConventionBuilder MapGet(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.Map([HttpMethods.Get, HttpMethods.Head], pattern, handler, BodyKind.None).RateLimited(Rate.Reads);

    /// <summary>A command without a body.</summary>
    public static IEndpointConventionBuilder MapPost(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.Map([HttpMethods.Post], pattern, handler, BodyKind.None);

    /// <summary>A command with a JSON body; the handler is called with a body that has no fault of shape.</summary>
    public static IEndpointConventionBuilder MapPost<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => endpoints.Map(HttpMethods.Post, pattern, handler);

    /// <summary>Replaces something by a JSON body.</summary>
    public static IEndpointConventionBuilder MapPut<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => endpoints.Map(HttpMethods.Put, pattern, handler);

    /// <summary>Changes something by a JSON body.</summary>
    public static IEndpointConventionBuilder MapPatch<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => endpoints.Map(HttpMethods.Patch, pattern, handler);

    /// <summary>Removes something.</summary>
    public static IEndpointConventionBuilder MapDelete(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.Map([HttpMethods.Delete], pattern, handler, BodyKind.None);

    /// <summary>A command with a file as its body, of any content type and up to 30 MiB.</summary>
    public static IEndpointConventionBuilder MapUpload(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.Map([HttpMethods.Post], pattern, handler, BodyKind.Any).LimitBody(BodyLimit.File);

    /// <summary>A page for a person: no contract with programs, so the API's description leaves it out.</summary>
    public static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.MapGet(pattern, handler).WithMetadata(ForPeople.Mark).ExcludeFromDescription();

    /// <summary>A form that a page posts; with a session it must carry the session's form token.</summary>
    public static IEndpointConventionBuilder MapForm(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> handler) =>
        endpoints.Map([HttpMethods.Post], pattern, handler, BodyKind.Form).WithMetadata(ForPeople.Mark).ExcludeFromDescription();

    /// <summary>
    /// A provider's callback of up to 30 MiB; the handler checks the provider's signature itself. Never rate limited: a
    /// provider drops what is refused.
    /// </summary>
    public static IEndpointConventionBuilder MapWebhook(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, Task<IResult>> handler, string? method = null) =>
        endpoints.Map([method ?? HttpMethods.Post], pattern, handler, BodyKind.Any)
            .OpenTo(Access.Webhook).RateLimited(Rate.None).LimitBody(BodyLimit.File);

    private static IEndpointConventionBuilder Map<TBody>(
        this IEndpointRouteBuilder endpoints, string method, string pattern, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => endpoints.Map(
            [method], pattern,
            async context =>
            {
                var read = await context.ReadJsonAsync<TBody>();
                return read.Value is { } body ? await handler(context, body) : Problem.Faults(read.Faults);
            },
            BodyKind.Json, handler.Method, typeof(TBody));

    private static IEndpointConventionBuilder Map(
        this IEndpointRouteBuilder endpoints, IEnumerable<string> methods, string pattern, Func<HttpContext, Task<IResult>> handler,
        BodyKind body,
        MethodInfo? taking = null, Type? json = null)
    {
        RequestDelegate answer = async context => await (await handler(context)).ExecuteAsync(context);
        var endpoint = endpoints.MapMethods(pattern, methods, answer)
            // The API's description is made of endpoints that name a method. The handler's own would bring its comments along,
            // in the place of what the endpoint says.
            .WithMetadata(answer.Method, new AcceptedBody(body, json), BodyLimit.Ordinary)
            .RateLimited(Rate.Writes);
        if (taking is not null)
            endpoint.WithMetadata(new BodyParameter(taking.GetParameters()[^1]));
        endpoint.Finally(RefuseUnsaid);
        return endpoint;
    }

    /// <summary>An endpoint of which nobody said who may call it is a fault of ours, and stops the start.</summary>
    private static void RefuseUnsaid(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<Access>().Any())
            throw new InvalidOperationException($"Say with {nameof(Describing.OpenTo)} who may call {endpoint.DisplayName}.");
        if (endpoint.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault() is { } named)
            endpoint.DisplayName = named.EndpointName;
    }
}
