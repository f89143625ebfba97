using CtVoice.Core.Todo;
using CtVoice.Web.Desk;
using CtVoice.Web.Desk.Agencies;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>Where the pages lead whoever looks at one.</summary>
/// <param name="Links">Pages that they may open.</param>
/// <param name="FormToken">What the form that signs out must hold; null without a session.</param>
public sealed record Navigation(IReadOnlyList<PageLink> Links, string? FormToken)
{
    // What one role has to do first stands first; a page that a host or a role does not have is left out.
    private static readonly (string Text, string Path)[] Everything =
    [
        ("Today", "desk"),
        ("Reviews", "desk/reviews"),
        ("Holding pen", "desk/pen"),
        ("Members", "desk/members"),
        ("My reviews", "agency"),
        ("New project", "agency/new"),
        ("Dates", "agency/dates"),
        ("Subscriptions", "agency/subscriptions"),
        ("Mailboxes", "agency/contacts"),
        ("Views", "audit"),
        ("Keys", "audit/keys"),
        ("The record", "audit/record"),
        ("Sealed words", "audit/sealed"),
        ("Settings", "desk/settings"),
        ("Public register", "register"),
        ("Which data are used", "register/landscape"),
        ("Check the record", "record"),
        ("Simulated phones", "sim"),
    ];

    // Pages that one comes to from another link than their path says.
    private static readonly (string Page, string Link)[] Under =
        [("/desk/holds", "desk/members"), ("/desk/people", "desk/settings"), ("/desk/payments", "desk/settings"),
            ("/desk/contacts", "desk/settings"), ("/desk/board-year", "desk/members"),
            ("/desk/on-call", "desk/settings")];

    /// <summary>Who is signed in, and as what; null when nobody is.</summary>
    public string? Who { get; init; }

    /// <summary>Where somebody who signs in begins.</summary>
    internal static string HomeOf(HttpContext context, Principal person) =>
        Open(context, person) is var open && open.Contains("desk")
            ? "/desk"
            : open.Contains("agency") ? "/agency" : open.Contains("audit") ? "/audit" : "/";

    /// <summary>What this host has and somebody may open; an open page for everybody, the others by role. Nothing is looked up.</summary>
    /// <param name="context">The request.</param>
    /// <param name="person">Who is signed in.</param>
    /// <param name="formToken">What their forms must hold; null without a session.</param>
    internal static Navigation Of(HttpContext context, Principal? person, string? formToken)
    {
        var here = context.Request.Path.Value ?? "";
        // The Spanish page of a link is the same place.
        here = here.StartsWith("/es/", StringComparison.Ordinal) ? here[3..] : here;
        var open = Open(context, person);
        // Whoever works here has the record on pages of their own.
        var shown = Everything.Where(e => open.Contains(e.Path) && (person is null || e.Path != "record")).ToList();
        var under = Under.FirstOrDefault(u => here.StartsWith(u.Page, StringComparison.Ordinal)).Link;
        // A page below another one belongs to the longest path that it begins with.
        var current = under
            ?? shown.Select(e => e.Path).Where(path => here == "/" + path || here.StartsWith($"/{path}/", StringComparison.Ordinal))
                .MaxBy(path => path.Length);
        var links = shown.Select(e => new PageLink(e.Text, "/" + e.Path, e.Path == current)).ToList();
        if (person is null && open.Contains("sign-in"))
            links.Add(new("Sign in", "/sign-in", here is "/sign-in"));
        return new(links, formToken) { Who = person is null ? null : Capital(RoleOf(person)) };
    }

    /// <summary>The same, with the name of who is signed in and, where it is wanted, how much waits behind each link.</summary>
    internal static async Task<Navigation> OfAsync(HttpContext context, Principal? person, string? formToken, bool counted = false)
    {
        var plain = Of(context, person, formToken);
        if (person is null)
            return plain;
        var counts = !counted ? []
            : plain.Links.Any(l => l.Href == "/desk") ? await CountsAsync(context)
            : plain.Links.Any(l => l.Href == AgencyDesk.Home) ? await AgencyCountsAsync(context, person)
            : [];
        var name = await context.Need<AccessKeys>().LabelAsync(person.KeyId, context.RequestAborted);
        return plain with
        {
            Links = [.. plain.Links.Select(l => l with { Count = counts.GetValueOrDefault(l.Href[1..]) })],
            Who = name is null ? plain.Who : $"{name}, {RoleOf(person)}",
        };
    }

    private static IReadOnlySet<string> Open(HttpContext context, Principal? person) => context.Need<OpenPages>().To(person?.Role);

    private static async Task<Dictionary<string, LinkCount>> CountsAsync(HttpContext context)
    {
        var work = await OfficeWork.OfAsync(context);
        var danger = work.Messages.Any(m => m.Kind is TodoKinds.Acute);
        return new(StringComparer.Ordinal)
        {
            ["desk"] = new(work.Messages.Count + work.Reviews.Count, "to do", danger),
            ["desk/pen"] =
                new((await context.Need<Core.Conversations.Inbound.HoldingPen>().ReadAsync(context.RequestAborted)).Count, "messages"),
        };
    }

    private static async Task<Dictionary<string, LinkCount>> AgencyCountsAsync(HttpContext context, Principal person)
    {
        var asks = (await AgencyWork.OfAsync(context, person)).Asks;
        return new(StringComparer.Ordinal) { ["agency"] = new(asks.Count, "to do", asks.Any(a => a.Late)) };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string RoleOf(Principal person) => person.Role switch
    {
        Role.Agency => person.Agency!,
        Role.ReadOnly => "read only",
        var other => other.ToString().ToLowerInvariant(),
    };
}

/// <summary>A link of the layout.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads: a path of ours.</param>
/// <param name="Current">True on the page that it leads to.</param>
public sealed record PageLink(string Text, string Href, bool Current = false)
{
    /// <summary>How much waits behind it; null when that is not counted.</summary>
    public LinkCount? Count { get; init; }
}

/// <summary>How much waits behind a link.</summary>
/// <param name="Number">How many; 0 is not shown.</param>
/// <param name="Of">Of what, for those who hear the page.</param>
/// <param name="Bad">Somebody may be in danger, or something is late.</param>
public sealed record LinkCount(int Number, string Of, bool Bad = false);
