using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>Where the pages lead whoever looks at one.</summary>
/// <param name="Links">Pages that they may open.</param>
/// <param name="FormToken">What the form that signs out must hold; null when nobody is signed in.</param>
public sealed record Navigation(IReadOnlyList<PageLink> Links, string? FormToken)
{
    private static readonly (string Text, string Path)[] Everything =
    [
        ("Public register", "register"),
        ("Which data are used", "register/landscape"),
        ("Simulated phones", "sim"),
    ];

    /// <summary>What this host has and somebody may open; an open page for everybody, the others by role.</summary>
    internal static Navigation Of(HttpContext context, Principal? person)
    {
        var here = context.Request.Path.Value;
        var open = context.Need<RouteTable>().Routes.Where(r => r.Method == HttpMethods.Get && r.Surface is Surface.Page
            && (r.Access.Roles.Count == 0 || (person is not null && r.Access.Roles.Contains(person.Role)))).Select(r => r.Template).ToHashSet(StringComparer.Ordinal);
        var links = Everything.Where(e => open.Contains(e.Path)).Select(e => new PageLink(e.Text, "/" + e.Path, here == "/" + e.Path)).ToList();
        if (person is null && open.Contains("sign-in"))
            links.Add(new("Sign in", "/sign-in", here is "/sign-in"));
        return new(links, person is null ? null : PageSessions.FormToken(context));
    }
}

/// <summary>A link of the layout.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads: a path of ours.</param>
/// <param name="Current">True on the page that it leads to.</param>
public sealed record PageLink(string Text, string Href, bool Current = false);
