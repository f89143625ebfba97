using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Web.Pages;
using CtVoice.Web.Trial;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Simulation;

/// <summary>
/// A phone and an inbox per member, as pages and as JSON. They exist only where senders are simulated; what is typed here
/// enters by the path that a provider's message takes.
/// </summary>
public static partial class SimulationRoutes
{
    private static readonly SimulatedMember Maria = new("m-01", "en", ["sms", "email"]);
    private static readonly SimulatedMessage Sample =
        new("SM0123", new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero), FromBoard: true, null, "CT Resident Advisory Board: ...", null);

    /// <summary>Maps the simulators for everybody: on a machine that nobody else reaches.</summary>
    public static void MapSimulators(this IEndpointRouteBuilder endpoints) => endpoints.MapSimulators(Access.Public, Access.Public);

    /// <summary>Maps the same where anybody may knock: for the coordinator and the deputy.</summary>
    public static void MapSimulatorsBehindSignIn(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapSimulators(Access.SignedIn(Role.Coordinator, Role.Deputy), Access.Coordinators);

    private static void MapSimulators(this IEndpointRouteBuilder endpoints, Access pages, Access programs)
    {
        endpoints.MapPage("/sim", MembersPageAsync).OpenTo(pages)
            .WithName("simPage").WithSummary("The board's simulated phones and inboxes.");
        endpoints.MapGet("/sim/members", async context => Answer.Json(await MembersAsync(context))).OpenTo(programs).RateLimited(Rate.None)
            .WithName("simMembers").WithSummary("Lists members with a simulated phone or inbox.")
            .Returns(200, "The members.", new List<SimulatedMember> { Maria });
        endpoints.MapPage("/sim/{member}", MemberPageAsync).OpenTo(pages)
            .WithName("simMemberPage").WithSummary("One member's phone and inbox.");
        endpoints.MapGet("/sim/{member}/{box}", MessagesAsync).OpenTo(programs).RateLimited(Rate.None)
            .WithName("simMessages").WithSummary("Messages on a member's phone or in their inbox, oldest first.")
            .Path("member", "Member id.").Path("box", "sms or email.").Returns(200, "The messages.", new List<SimulatedMessage> { Sample });
        endpoints.MapPost<SimulatedReply>("/sim/{member}/{box}", ReplyAsync).OpenTo(programs).RateLimited(Rate.None)
            .WithName("simReply").WithSummary("Sends a message as the member.")
            .Path("member", "Member id.").Path("box", "sms or email.")
            .Takes(new SimulatedReply("2 only if names are removed")).Returns(202, "Taken.", new SimulatedReceipt("sms|SM0123"));
        endpoints.MapForm("/sim/{member}", FormAsync).OpenTo(pages).RateLimited(Rate.None)
            .WithName("simReplyForm").WithSummary("Sends a message as the member, from the page.");
    }

    private static async Task<IReadOnlyList<SimulatedMember>> MembersAsync(HttpContext context) =>
        [.. (await context.Need<BoardStore>().MembersAsync(context.RequestAborted))
            .Concat((await context.Need<PracticePeople>().AllAsync(context.RequestAborted)).Select(p => p.Member)).Select(m =>
            new SimulatedMember(m.Id, m.Languages[0],
                [.. m.Channels.Where(c => c is Channel.Sms or Channel.Email).Select(c => c is Channel.Sms ? "sms" : "email")]))];

    private static async Task<IResult> MembersPageAsync(HttpContext context)
    {
        var all = new List<Phones.Person>();
        foreach (var member in await MembersAsync(context))
        {
            if (await context.Need<ContactStore>().ForSendingAsync(member.Id, context.RequestAborted) is { } contact)
                all.Add(new(member, contact.Name, await BoxesAsync(context, contact)));
        }
        // Whoever was written to last comes first, and of those whoever has a phone in the hand.
        List<Phones.Person> ordered =
            [.. all.OrderByDescending(p => p.Latest?.At.UtcTicks / TimeSpan.TicksPerMinute).ThenBy(p => p.Newest?.Name != "sms")
                .ThenBy(p => p.Member.Id, StringComparer.Ordinal)];
        var left = Chosen("left") ?? ordered.FirstOrDefault(p => p.Newest?.Name == "sms") ?? ordered.FirstOrDefault();
        var right = Chosen("right")
            ?? ordered.FirstOrDefault(p => p != left && p.Newest?.Name == "sms") ?? ordered.FirstOrDefault(p => p != left);
        return Page.Of<Phones>("Simulated phones", new Phones.Pair([.. new[] { left, right }.OfType<Phones.Person>()], ordered));

        Phones.Person? Chosen(string side) => ordered.FirstOrDefault(p => p.Member.Id == context.QueryText(side));
    }

    private static async Task<IReadOnlyList<Phone.Box>> BoxesAsync(HttpContext context, MemberContact contact)
    {
        var mailbox = context.Need<SimulatedMailbox>();
        var boxes = new List<Phone.Box>();
        foreach (var (name, title) in new[] { ("sms", "Phone"), ("email", "Inbox") })
        {
            if (BoxOf(mailbox, contact, name) is { } box)
                boxes.Add(new(name, title, await mailbox.ReadAsync(box, context.RequestAborted)));
        }
        return boxes;
    }

    private static async Task<IResult> MemberPageAsync(HttpContext context)
    {
        if (await ContactAsync(context) is not { } contact)
            return Problem.NotFound();
        return Page.Of<Phone>($"Phone of {contact.MemberId}", new Phone.Shown(contact.MemberId, await BoxesAsync(context, contact)));
    }

    /// <summary>A line in pieces, those with a path being links to members' pages; they lead to this host,
    /// wherever it is reached.</summary>
    internal static IEnumerable<(string Text, string? Path)> Pieces(string line)
    {
        var at = 0;
        foreach (Match link in MemberLink().Matches(line))
        {
            yield return (line[at..link.Index], null);
            yield return (link.Value, link.Groups["path"].Value);
            at = link.Index + link.Length;
        }
        yield return (line[at..], null);
    }

    [GeneratedRegex(@"https?://[^\s/]+(?<path>(/on-call)?/r/[A-Za-z0-9]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MemberLink();

    internal static string Eastern(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Core.Calendar.BusinessCalendar.Zone)
            .ToString("ddd MMM d, h:mm tt", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IResult> MessagesAsync(HttpContext context) =>
        await ContactAsync(context) is { } contact && BoxOf(context.Need<SimulatedMailbox>(), contact, context.RouteText("box")) is { } box
            ? Answer.Json(await context.Need<SimulatedMailbox>().ReadAsync(box, context.RequestAborted))
            : Problem.NotFound();

    private static async Task<IResult> ReplyAsync(HttpContext context, SimulatedReply reply) =>
        await ContactAsync(context) is { } contact && BoxOf(context.Need<SimulatedMailbox>(), contact, context.RouteText("box")) is not null
            ? Answer.Json(new SimulatedReceipt(await SendAsync(context, contact, context.RouteText("box"), reply)),
                StatusCodes.Status202Accepted)
            : Problem.NotFound();

    private static async Task<IResult> FormAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await ContactAsync(context) is not { } contact
            || BoxOf(context.Need<SimulatedMailbox>(), contact, form["box"].ToString()) is null)
            return Problem.NotFound();
        _ = await SendAsync(context, contact, form["box"].ToString(), new(form["text"].ToString()));
        // What follows at once, such as the next question, is on the page that is shown next.
        if (context.RequestServices.GetService<ITrial>() is { } trial)
            await trial.SettleAsync(context.RequestAborted);
        return Answer.SeeOther(Coming.Of(form).Return ?? $"/sim/{contact.MemberId}");
    }

    /// <summary>Sends a member's message in by the ordinary path; an email answers the last one in the inbox.</summary>
    private static async Task<string> SendAsync(HttpContext context, MemberContact contact, string channel, SimulatedReply reply)
    {
        var mailbox = context.Need<SimulatedMailbox>();
        var box = BoxOf(mailbox, contact, channel)!;
        var place = mailbox.NextPlace();
        // Only a mail answers another one.
        var last = channel == "email"
            ? (await mailbox.ReadAsync(box, context.RequestAborted)).LastOrDefault(m => m is { FromBoard: true, ReplyTo: not null })
            : null;
        var id = reply.Id is { } named
            ? channel == "sms" ? SimulatedProvider.SidOf(named) : named
            : (channel == "sms" ? "SM" : "") + Guid.NewGuid().ToString("N");
        var subject = channel == "email" ? reply.Subject ?? (last?.Subject is { } asked ? "Re: " + asked : "Hello") : null;
        var from = channel == "sms" ? contact.Phone! : contact.Email!;
        var known = new InboundMessage(Channels.Named(channel), id, from, "board", subject, reply.Text, context.Now());
        // Sent again under one id, it is on the phone once, as it is with us.
        var again = reply.Id is not null && await context.Need<InboundStore>().ReadAsync(known.Id, context.RequestAborted) is not null;
        await SimulatedProvider.PostAsync(context, channel == "sms"
            ? SimulatedProvider.Text(context, id, from, reply.Text)
            : SimulatedProvider.Mail(context, id, from, (reply.IgnoresReplyTo ? null : last?.ReplyTo)
                ?? "board@example.org", subject!, reply.Text, last?.MessageId));
        if (!again)
            await mailbox.NoteReplyAsync(box, id, known.ReceivedAt, place, subject, reply.Text, context.RequestAborted);
        return known.Id;
    }

    // Phones of people on call are here too, by their id.
    private static async Task<MemberContact?> ContactAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<ContactStore>()
            .ForSendingAsync(context.RouteText("member"), context.RequestAborted)
        ?? ((await context.Need<OnCallStore>().DraftAsync(context.RequestAborted)).Find(context.RouteText("member")) is { } person
            ? new(person.Id, person.Name, person.Phone, person.Email)
            : null);

    private static string? BoxOf(SimulatedMailbox mailbox, MemberContact contact, string box) => box switch
    {
        "sms" when contact.Phone is { } number => mailbox.Phone(number),
        "email" when contact.Email is { } address => mailbox.Inbox(address),
        _ => null,
    };
}

/// <summary>A member in the simulators.</summary>
/// <param name="Id">Member id.</param>
/// <param name="Language">Language they prefer.</param>
/// <param name="Boxes">sms, email or both.</param>
public sealed record SimulatedMember(string Id, string Language, IReadOnlyList<string> Boxes);

/// <summary>A message written as a member.</summary>
/// <param name="Text">What they write.</param>
/// <param name="Subject">Subject line of an email; a reply's when absent.</param>
/// <param name="Id">The provider's id, to send the same message twice; a new one when absent.</param>
/// <param name="IgnoresReplyTo">Of an email: it goes to the address that the mail came from, as some programs do.</param>
public sealed record SimulatedReply(string Text, string? Subject = null, string? Id = null, bool IgnoresReplyTo = false);

/// <summary>Where a message is kept.</summary>
public sealed record SimulatedReceipt(string Inbound);
