using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Pages;

/// <summary>A whole page: the content of a route in the layout that all pages share.</summary>
/// <param name="title">What the page is; shown in the browser's tab.</param>
/// <param name="content">Inside <c>main</c>; starts with an <c>h1</c>.</param>
public sealed class Page(string title, Html content) : IResult
{
    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Language of the content (ISO 639-1), for screen readers.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Links of the top; none on a resident's page, which is about one thing.</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>The words around the content, in its language.</summary>
    public PageFrame Frame { get; init; } = PageFrame.English;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        var html = Layout(httpContext.RequestServices.GetService<Banner>());
        return Answer.WriteAsync(httpContext, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html.ToString()));
    }

    private Html Layout(Banner? banner) => Html.Of($"""
        <!doctype html>
        <html lang="{Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} - {Frame.Board}</title>
        <link rel="stylesheet" href="/assets/site.css">
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="#main">{Frame.Skip}</a>
        <header>
        <p class="brand"><a href="/"><img src="/assets/icon.svg" alt="" width="32" height="32"> {Frame.Board}</a></p>
        {(Links.Count > 0 ? Html.Of($"<nav aria-label=\"Main\"><ul>{Links.Select(l => l.ToHtml())}</ul></nav>") : null)}
        </header>
        {(banner is null ? null : Html.Of($"<p class=\"banner\" role=\"note\">{banner.Text}</p>"))}
        <main id="main" tabindex="-1">
        {content}
        </main>
        <footer><p>{Frame.Foot}</p></footer>
        </body>
        </html>

        """);
}

/// <summary>The words around the content of a page.</summary>
/// <param name="Board">Who runs it.</param>
/// <param name="Skip">Leads past the top.</param>
/// <param name="Foot">At the foot.</param>
public sealed record PageFrame(string Board, string Skip, string Foot)
{
    /// <summary>Pages of staff and public.</summary>
    public static PageFrame English { get; } =
        new("Resident Advisory Board", "Skip to content", "The board advises; it decides nothing. Nothing here is decided by AI.");
}

/// <summary>What every page says on top. A host on which something is not as it seems registers one.</summary>
/// <param name="Text">A sentence.</param>
public sealed record Banner(string Text)
{
    /// <summary>Where senders are simulated.</summary>
    public static Banner Trial { get; } = new("Trial copy: nobody here is real, and no message leaves.");
}

/// <summary>A link of the layout.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads: a path of ours.</param>
/// <param name="Current">True on the page that it leads to.</param>
public sealed record PageLink(string Text, string Href, bool Current = false)
{
    internal Html ToHtml() => Current
        ? Html.Of($"<li><a href=\"{Href}\" aria-current=\"page\">{Text}</a></li>")
        : Html.Of($"<li><a href=\"{Href}\">{Text}</a></li>");
}
