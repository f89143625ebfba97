using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>A refusal as a person reads it.</summary>
internal static class ProblemPage
{
    public static IResult Of(ProblemDetails problem) => new Page(problem.Title, Html.Of($"""
        <h1>{problem.Title}</h1>
        {(problem.Detail is { } detail ? Html.Of($"<p>{detail}</p>") : null)}
        {(problem.Faults is { } faults ? Html.Of($"<ul>{faults.Select(f => Html.Of($"<li>{f.Message}</li>"))}</ul>") : null)}
        {(problem.TraceId is { } trace ? Html.Of($"<p>If you report this, please give the number <code>{trace}</code>.</p>") : null)}
        {(problem.Status == StatusCodes.Status401Unauthorized ? Html.Of($"<p><a href=\"/sign-in\">Sign in</a></p>") : null)}
        <p><a href="/">Go to the start page</a></p>
        """)) { Status = problem.Status };
}
