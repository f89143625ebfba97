using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CtVoice.Web.Routing;

/// <summary>
/// One row of the route table: everything the pipeline and the OpenAPI document know about an operation.
/// </summary>
/// <remarks>
/// A feature lists its rows in one file; each row is one expression:
/// <code>
/// internal static class ProjectRoutes
/// {
///     internal static IEnumerable&lt;Route&gt; All =>
///     [
///         Route.Post&lt;ProjectRequest&gt;("api/projects", Access.For(Role.Agency, Role.Coordinator),
///             new Docs("submitProject", "Submit a project for review.")
///                 .Takes(Samples.Project)
///                 .Returns(202, "Stored; the review starts.", Samples.Receipt),
///             SubmitAsync),
///         Route.Get("api/projects/{id}", Access.For(Role.Agency, Role.Coordinator, Role.Auditor),
///             new Docs("readProject", "Read a project.").Path("id", "Id from the receipt.").Returns(200, "The project.", Samples.Project),
///             ReadAsync),
///     ];
///
///     private static async Task&lt;IResult&gt; ReadAsync(HttpContext context) =>
///         await context.Need&lt;Projects&gt;().FindAsync(context.RouteText("id"), context.Principal().Agency) is { } project
///             ? Answer.Json(project)
///             : Problem.NotFound();
/// }
/// </code>
/// </remarks>
/// <param name="Method">GET (answers HEAD too), POST, PUT, PATCH or DELETE.</param>
/// <param name="Template">Path without its first slash.</param>
/// <param name="Access">Who may call.</param>
/// <param name="Surface">What kind of caller it is for; decides how refusals look and what a post must prove.</param>
/// <param name="Body">What it reads.</param>
/// <param name="Limits">How much and how often.</param>
/// <param name="Docs">What the OpenAPI document says.</param>
/// <param name="Handler">Answers a request that was let in.</param>
public sealed record Route(
    string Method, string Template, Access Access, Surface Surface, BodyKind Body, Limits Limits, Docs Docs,
    Func<HttpContext, Task<IResult>> Handler)
{
    /// <summary>Every method that the row answers, OPTIONS aside.</summary>
    public IReadOnlyList<string> Methods => Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [Method];

    /// <summary>Names of the values of the path, in order.</summary>
    public IEnumerable<string> Names => RoutePatternFactory.Parse(Template).Parameters.Select(p => p.Name);

    /// <summary>Reads something for a program.</summary>
    public static Route Get(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Get, template, access, Surface.Api, BodyKind.None, Limits.Reads, docs, handler);

    /// <summary>A command without a body.</summary>
    public static Route Post(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Post, template, access, Surface.Api, BodyKind.None, Limits.Writes, docs, handler);

    /// <summary>A command with a JSON body; the handler is called with a body that has no fault of shape.</summary>
    public static Route Post<TBody>(string template, Access access, Docs docs, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => WithBody(HttpMethods.Post, template, access, docs, handler);

    /// <summary>Replaces something by a JSON body.</summary>
    public static Route Put<TBody>(string template, Access access, Docs docs, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => WithBody(HttpMethods.Put, template, access, docs, handler);

    /// <summary>A command with a file as its body, of any content type and up to 30 MiB.</summary>
    public static Route Upload(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Post, template, access, Surface.Api, BodyKind.Any, Limits.Uploads, docs, handler);

    /// <summary>Changes something by a JSON body.</summary>
    public static Route Patch<TBody>(string template, Access access, Docs docs, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull => WithBody(HttpMethods.Patch, template, access, docs, handler);

    /// <summary>Removes something.</summary>
    public static Route Delete(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Delete, template, access, Surface.Api, BodyKind.None, Limits.Writes, docs, handler);

    /// <summary>A page for a person.</summary>
    public static Route Page(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Get, template, access, Surface.Page, BodyKind.None, Limits.Reads, docs, handler);

    /// <summary>A form that a page posts; with a session it must carry the session's form token.</summary>
    public static Route Form(string template, Access access, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Post, template, access, Surface.Page, BodyKind.Form, Limits.Writes, docs, handler);

    /// <summary>A provider's callback; the handler checks the provider's signature itself. Never rate limited: a provider drops what is refused.</summary>
    public static Route Webhook(string template, Docs docs, Func<HttpContext, Task<IResult>> handler) =>
        new(HttpMethods.Post, template, Access.Webhook, Surface.Webhook, BodyKind.Any, Limits.Webhooks, docs, handler);

    private static Route WithBody<TBody>(
        string method, string template, Access access, Docs docs, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : notnull =>
        new(method, template, access, Surface.Api, BodyKind.Json, Limits.Writes, docs with { RequestType = typeof(TBody) },
            async context =>
            {
                var read = await context.ReadJsonAsync<TBody>();
                return read.Value is { } body ? await handler(context, body) : Problem.Faults(read.Faults);
            });
}

/// <summary>What kind of caller a route is for.</summary>
public enum Surface
{
    /// <summary>Programs: problem details, access keys.</summary>
    Api,

    /// <summary>People with a browser: HTML, page sessions, form tokens.</summary>
    Page,

    /// <summary>Providers: signatures that the handler checks.</summary>
    Webhook,
}

/// <summary>What a route reads.</summary>
public enum BodyKind
{
    /// <summary>Nothing; a body is not read.</summary>
    None,

    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
    Form,

    /// <summary>Whatever the provider sends.</summary>
    Any,
}
