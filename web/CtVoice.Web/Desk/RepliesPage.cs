using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>What residents said, one thread for each name that lasts for this review only, and what of it may leave.
/// The view is recorded.</summary>
internal static class RepliesPage
{
    internal static void MapRepliesPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("replies", ShowAsync).WithName("deskReplies").WithSummary("What residents said. The view is recorded.");
        endpoints.MapTabForm<WordsDecided>("replies", "{number}/decide", DecideAsync, ShowAsync)
            .WithName("deskDecideWords").WithSummary("Decides what of a reply may leave.");
        endpoints.MapTabForm<ReleaseTakenBack>("replies", "{number}/take-back",
            (context, body) => PreviewRoutes.TakeBackAsync(context, NameOf(context), body), ShowAsync)
            .WithName("deskTakeWordsBack").WithSummary("Takes a release back.");
        endpoints.MapTabForm<RenderingGiven>("replies", "{number}/rendering", ReviewRoutes.RenderAsync, ShowAsync)
            .WithName("deskRenderReply").WithSummary("Keeps what a reply says in English.");
        endpoints.MapTab("dictate", ShowDictationAsync).WithName("deskDictate").WithSummary("Writes down what a member says on the phone.");
        endpoints.MapTabForm<SpokenReply>("dictate", "reply", TakeReplyAsync, ShowDictationAsync)
            .WithName("deskDictateReply").WithSummary("Takes a spoken reply.");
        endpoints.MapTabForm<SpokenFollowUp>("dictate", "follow-up", TakeFollowUpAsync, ShowDictationAsync)
            .WithName("deskDictateFollowUp").WithSummary("Takes a spoken answer to a read-back or to \"did this answer you?\".");
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<RepliesShown>(context, "Replies", async (reviews, review) =>
    {
        var texts = (await PreviewRoutes.TextsAsync(context, reviews, review)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        return new RepliesShown.Shown(review, await ReviewRoutes.RepliesAsync(context, reviews, review), texts);
    });

    private static Task<IResult> ShowDictationAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<DictationShown>(context, "Write down a call", (_, review) => Task.FromResult<object>(review));

    private static TextName? NameOf(HttpContext context) =>
        int.TryParse(context.RouteText("number"), out var number) ? new(WordsOf.Reply, number) : null;

    /// <summary>One of the three that each reply with words ends in. For everybody is a release of its own,
    /// after the one for the agencies.</summary>
    private static async Task<IResult> DecideAsync(HttpContext context, WordsDecided body)
    {
        if (body.Do is WordsDo.Withhold)
        {
            return body.Because is { } because
                ? await PreviewRoutes.WithholdAsync(context, NameOf(context), new(because))
                : Problem.Faults("/because", "Say why the words are not passed on; only you, your deputy and the auditor see it.");
        }
        if (body.Do is WordsDo.Words && string.IsNullOrWhiteSpace(body.Text))
            return Problem.Faults("/text", "Write your words, or release the reply as it is.");
        var text = body.Do is WordsDo.Words ? body.Text : null;
        var agencies = body.For is ReleasedFor.Public
            ? null
            : await PreviewRoutes.ReleaseAsync(context, NameOf(context), Audience.Agency, text, body.NobodyMeant);
        return agencies is Problem || body.For is ReleasedFor.Agencies
            ? agencies!
            : await PreviewRoutes.ReleaseAsync(context, NameOf(context), Audience.Public, text, body.NobodyMeant);
    }

    private static async Task<IResult> TakeReplyAsync(HttpContext context, SpokenReply body) =>
        await PanelRoutes.TakeAsync(context, body) switch
        {
            (_, { } refused) => refused,
            ({ } taken, _) => Told(context, new(context.RouteText("id"), taken.Reply, taken.Late, taken.Flags, taken.Say)),
            _ => throw new InvalidOperationException("It was neither taken nor refused."),
        };

    private static async Task<IResult> TakeFollowUpAsync(HttpContext context, SpokenFollowUp body) =>
        await PreviewRoutes.TakeAsync(context, body) switch
        {
            (_, { } refused) => refused,
            ({ } taken, _) => Told(context, new(context.RouteText("id"), null, taken.Late, taken.Flags, taken.Say)),
            _ => throw new InvalidOperationException("It was neither taken nor refused."),
        };

    // What to say before the call ends is said at once, and nowhere kept; the same filling in is taken once, so reading it again is safe.
    private static IResult Told(HttpContext context, DictationTaken.Shown taken) => DeskPage.Of<DictationTaken>(
        context, "Written down", taken, new("Today", "/desk"), new("Reviews", "/desk/reviews"),
        new("Replies", ReviewDesk.PathOf(context, "replies")));
}

/// <summary>What a person decides on the words of a reply.</summary>
/// <param name="Do">Which of the three.</param>
/// <param name="For">For whom a release is.</param>
/// <param name="Text">Other words.</param>
/// <param name="NobodyMeant">Why no word for a status tells of anybody's own life.</param>
/// <param name="Because">Why words are withheld.</param>
internal sealed record WordsDecided(WordsDo Do, ReleasedFor For = ReleasedFor.Agencies, string? Text = null, string? NobodyMeant = null,
    WithheldBecause? Because = null);

/// <summary>The three ends of a reply with words.</summary>
internal enum WordsDo
{
    /// <summary>As written.</summary>
    Release,

    /// <summary>In other words.</summary>
    Words,

    /// <summary>Not passed on.</summary>
    Withhold,
}

/// <summary>For whom words are released.</summary>
internal enum ReleasedFor
{
    /// <summary>The agencies.</summary>
    Agencies,

    /// <summary>Everybody, after the agencies.</summary>
    Public,

    /// <summary>The agencies, and everybody.</summary>
    Both,
}
