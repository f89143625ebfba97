using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Json;
using CtVoice.Core.Operations;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The board: who sits on it, how they are reached, and how they are asked.</summary>
internal static class MemberRoutes
{
    // A board is a few hundred rows; this is fifty times that.
    private static readonly BodyLimit File = new(5 * 1024 * 1024);

    internal static void MapMembers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/members", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listMembers").WithSummary("The board in order of id: no name, number or address.")
            .Returns(200, "Everybody, those who left included.", new List<MemberView> { MemberExamples.View });
        endpoints.MapGet("/api/members/{id}", ReadAsync).OpenTo(Access.Coordinators)
            .WithName("readMember").WithSummary("One member: no name, number or address.")
            .Returns(200, "The member, with an ETag.", MemberExamples.View);
        endpoints.MapPost<NewMember>("/api/members", AddAsync).OpenTo(Access.Coordinators)
            .WithName("addMember").WithSummary("Adds a member. Nobody is asked before consent and contact are stored.")
            .Takes(new NewMember("m-25", MemberExamples.Entry)).Returns(201, "Added.", MemberExamples.View);
        endpoints.MapPut<MemberEntry>("/api/members/{id}", ReplaceAsync).OpenTo(Access.Coordinators)
            .WithName("changeMember").WithSummary("Replaces what is known of a member; needs If-Match.")
            .Takes(MemberExamples.Entry).Returns(200, "Changed.", MemberExamples.View);
        endpoints.MapPut<Availability>("/api/members/{id}/availability", SetAvailabilityAsync).OpenTo(Access.Coordinators)
            .WithName("setAvailability").WithSummary("Replaces when and how often a member can be asked; needs If-Match.")
            .Takes(MemberExamples.Availability).Returns(200, "Changed.", MemberExamples.View);
        endpoints.MapPost<ConsentGiven>("/api/members/{id}/consent", ConsentAsync).OpenTo(Access.Coordinators)
            .WithName("recordConsent").WithSummary("Adds a consent record; the newest of a channel is in force.")
            .Takes(MemberExamples.Consent).Returns(200, "Recorded.", MemberExamples.View);
        endpoints.MapGet("/api/members/{id}/contact", ReadContactAsync).OpenTo(Access.Coordinators)
            .WithName("readContact").WithSummary("Shows how a member is reached. The view is recorded before anything is shown.")
            .Returns(200, "The contact, with an ETag.", MemberExamples.Contact);
        endpoints.MapPut<ContactEntry>("/api/members/{id}/contact", PutContactAsync).OpenTo(Access.Coordinators)
            .WithName("setContact").WithSummary("Replaces how a member is reached; members who share a number are marked.")
            .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412. Needed (428) to allow more "
                + "calls than the member said.")
            .Takes(new ContactEntry("Avery Example", "(203) 555-0101", "avery@example.org", CallsAllowed.CallOnly)).Returns(204, "Stored.");
        endpoints.MapPost("/api/members/{id}/welcome", WelcomeAsync).OpenTo(Access.Coordinators)
            .WithName("welcomeMember")
            .WithSummary("Welcomes a member who came with a file; whoever is added here is welcomed once consent and contact are stored. "
                + "Asked again, it starts what is missing and nothing twice.")
            .Returns(202, "Begun, or begun before.");
        endpoints.MapGet("/api/members/{id}/consent", ConsentHistoryAsync).OpenTo(Access.Insiders)
            .WithName("readConsent")
            .WithSummary("Every opt-in and opt-out of a member, oldest first: when, how, and which version of the text.")
            .Returns(200, "The records.", new List<ConsentRecord>
                { new(Channel.Sms, ConsentState.Given, new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero), "welcome/1", "sms yes") });
        endpoints.MapGet("/api/silent-members", SilentAsync).OpenTo(Access.Coordinators)
            .WithName("listSilentMembers")
            .WithSummary("Channels that were paused because nothing had come by them for a year and nobody answered when asked.")
            .Returns(200, "Whose, and since when.", new List<SilentMember>
                { new("m-07", Channel.Sms, new(2027, 12, 1, 15, 0, 0, TimeSpan.Zero)) });
        endpoints.MapPost("/api/board/import", ImportAsync).OpenTo(Access.Coordinators).TakesAnything().LimitBody(File)
            .WithName("importBoard")
            .WithSummary(
                "Imports a board file (text/csv, at most 5 MiB; columns in samples/board/README.md). One fault and nothing is stored.")
            .Query("dryRun", "true to learn what the import would do.").Returns(200, "What was done, or would be.", MemberExamples.Import);
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json(
            (await Listing.SayAsync(context, "members", await context.Need<BoardStore>()
                .BoardListAsync(context.Today().Year, context.RequestAborted)))
            .Lines.Select(View).ToList());

    internal static async Task<IResult> ReadAsync(HttpContext context) =>
        await MemberAsync(context) is { } member ? await ShowAsync(context, member) : Problem.NotFound();

    internal static async Task<IResult> AddAsync(HttpContext context, NewMember body)
    {
        var added = body.Member.On(body.Id, null);
        var faults = Check(added, await CodesAsync(context));
        if (faults.Count > 0)
            return Problem.Faults([.. faults.Select(f => f.Pointer == "/id" ? f : f with { Pointer = "/member" + f.Pointer })]);
        if (await context.Need<BoardStore>().GetAsync(body.Id, context.RequestAborted) is not null)
            return IdInUse();
        // First: a wish to be welcomed without a member is harmless.
        await context.Need<Welcoming>().WantAsync(body.Id, context.RequestAborted);
        var taken = false;
        await context.Need<BoardStore>().ChangeAsync(
            body.Id,
            stored =>
            {
                taken = stored is not null;
                return stored ?? added;
            },
            context.RequestAborted);
        if (taken)
            return IdInUse();
        await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return await ShowAsync(context, added, StatusCodes.Status201Created, $"/api/members/{added.Id}");
    }

    internal static Task<IResult> ReplaceAsync(HttpContext context, MemberEntry body) =>
        ChangeAsync(context, stored => body.On(stored.Id, stored), Check);

    internal static Task<IResult> SetAvailabilityAsync(HttpContext context, Availability body) => ChangeAsync(
        context, stored => stored with { Away = body.Away, MaximumPerYear = body.MaximumPerYear, State = body.State },
        (changed, _) => MemberCheck.OfAvailability(changed.Away, changed.MaximumPerYear));

    internal static async Task<IResult> SilentAsync(HttpContext context) => Answer.Json((await Listing.SayAsync(
        context, "silent members", await context.Need<SilentMembers>()
            .ListAsync(context.Need<BoardStore>(), context.RequestAborted))).Lines);

    private static Problem IdInUse() => Problem.Conflict("This id is in use; ids are never used again for somebody else.");

    internal static async Task<IResult> ChangeAsync(HttpContext context, Func<Member, Member> change,
        Func<Member, RelCodes, IReadOnlyList<Fault>> check)
    {
        if (await MemberAsync(context) is not { } stored)
            return Problem.NotFound();
        if (context.IfMatch() is null)
            return Problem.NeedsIfMatch();
        var faults = check(change(stored), await CodesAsync(context));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var changed = await context.Need<BoardStore>().ChangeAsync(
            stored.Id, current => current is not null && context.Names(VersionOf(current))
                ? change(current)
                : null, context.RequestAborted);
        if (changed is null)
            return Problem.Changed();
        await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return await ShowAsync(context, changed);
    }

    internal static async Task<IResult> ConsentAsync(HttpContext context, ConsentGiven body)
    {
        if (await MemberAsync(context) is not { } stored)
            return Problem.NotFound();
        var now = context.Now();
        var faults = new List<Fault>();
        if (body.When > now)
            faults.Add(new("/when", "A consent is recorded after it was said."));
        if (body.TextVersion.Trim().Length is 0 or > 60)
            faults.Add(new("/textVersion", "Name the version of the text that the member saw or heard, in 1 to 60 characters."));
        if (body.How.Trim().Length is 0 or > 60 || body.How.Count(char.IsDigit) >= 6)
            faults.Add(new("/how", "Say in what way, such as paper form or phone call; never a number or the member's words."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var member = stored;
        await context.Need<Welcoming>().AfterAsync(
            stored.Id,
            async () => member = await context.Need<BoardStore>().RecordConsentAsync(
                stored.Id, new(body.Channel, body.State, body.When ?? now, body.TextVersion.Trim(), body.How.Trim()),
                context.RequestAborted),
            context.RequestAborted);
        await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return await ShowAsync(context, member!);
    }

    internal static async Task<IResult> WelcomeAsync(HttpContext context)
    {
        if (await MemberAsync(context) is not { } member)
            return Problem.NotFound();
        await context.Need<Welcoming>().WantAsync(member.Id, context.RequestAborted);
        return await context.Need<Welcoming>().LookAsync(member.Id, context.RequestAborted)
            ? Answer.Accepted()
            : Problem.Conflict("This member takes no texts or mails now: consent and contact come first.");
    }

    internal static async Task<IResult> ConsentHistoryAsync(HttpContext context) => await MemberAsync(context) is { } member
        ? Answer.Json(
            (await Listing.SayAsync(context, "consent", await context.Need<BoardStore>()
                .ConsentListAsync(member.Id, context.RequestAborted))).Lines)
        : Problem.NotFound();

    internal static async Task<IResult> ReadContactAsync(HttpContext context) =>
        await MemberAsync(context) is { } member
        && await context.Need<ContactStore>().ViewAsync([member.Id], context.Principal().KeyId, "members/contact", context.RequestAborted)
            is [var contact]
            ? Answer.Json(ContactView.Of(contact), etag: Versions.Of(ContactView.Of(contact)))
            : Problem.NotFound();

    internal static async Task<IResult> PutContactAsync(HttpContext context, ContactEntry body)
    {
        if (await MemberAsync(context) is not { } member)
            return Problem.NotFound();
        if (member.State is MemberState.Left)
            return Problem.Conflict("No contact data are kept of somebody who has left.");
        var (contact, faults) = MemberCheck.OfContact(member, body.Name, body.Phone, body.Email, body.Post);
        if (contact?.Phone is { } number
            && (await context.Need<ContactStore>().MembersOnPhoneAsync(number, context.RequestAborted))
                .Any(id => Practising.Is(id) && id != member.Id))
            return Problem.Faults("/phone", Practising.UsesIt);
        if (contact is null)
            return Problem.Faults(faults);
        if (body.Calls is not null && contact.Phone is null)
            return Problem.Faults("/calls", "What was said of calls is about a number: give the number too.");
        var stored = await context.Need<ContactStore>().ForSendingAsync(member.Id, context.RequestAborted);
        if (context.Overtaken(stored is null ? null : ContactView.Of(stored)) is { } overtaken)
            return overtaken;
        // Who names the version has read what the member said of calls.
        var seen = context.IfMatch() is null ? null : stored;
        var kept = true;
        await context.Need<Welcoming>().AfterAsync(
            member.Id, async () => kept = await context.Need<ChangingContacts>()
                .PutAsync(contact with { Calls = body.Calls }, seen, context.RequestAborted), context.RequestAborted);
        return kept ? Answer.Nothing() : seen is null ? Problem.NeedsIfMatch() : Problem.Changed();
    }

    private static async Task<IResult> ImportAsync(HttpContext context)
    {
        if (!(context.Request.ContentType ?? "").StartsWith("text/csv", StringComparison.OrdinalIgnoreCase))
            return Problem.WrongContentType("text/csv in UTF-8");
        var dryRun = context.QueryText("dryRun");
        return dryRun is null or "true" or "false"
            ? await ImportAsync(context, await context.ReadBytesAsync(), dryRun == "true")
            : Problem.Faults("", "dryRun is true or false.");
    }

    /// <summary>Imports a board file, or says what that would do.</summary>
    internal static async Task<IResult> ImportAsync(HttpContext context, ReadOnlyMemory<byte> csv, bool dryRun)
    {
        var codes = await CodesAsync(context);
        var report = await context.Need<StagedBoardImport>().RunAsync(
            csv, dryRun, codes.Codes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal), context.RequestAborted);
        if (report.Faults.Count > 0)
            return Problem.Faults(
                [.. report.Faults.Select(f => new Fault(string.Create(CultureInfo.InvariantCulture, $"/{f.Row}/{f.Column}"), f.Message))]);
        if (report.Stored)
            await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return Answer.Json(report with { Warnings = Ties(csv) is { Count: > 0 } warnings ? warnings : null });
    }

    /// <summary>Ties of a board file to agencies that are not in the list.</summary>
    private static IReadOnlyList<CellFault> Ties(ReadOnlyMemory<byte> csv) =>
    [
        .. BoardCsv.Read(new MemoryStream(csv.ToArray()), _ => "").Rows.SelectMany(row => UnknownAgencies
            .Of(row.Member.Conflicts.Select(c => c.Agency), AgencyDirectory.Shipped)
            .Select(why => new CellFault(row.Row, "conflicts", why))),
    ];

    /// <summary>The member of the path.</summary>
    internal static async Task<Member?> MemberAsync(HttpContext context) =>
        Member.IsId(context.RouteText("id"))
            ? await context.Need<BoardStore>().GetAsync(context.RouteText("id"), context.RequestAborted)
            : null;

    private static async Task<IResult> ShowAsync(HttpContext context, Member member, int status = StatusCodes.Status200OK,
        string? location = null)
    {
        var load = await context.Need<BoardStore>().LoadAsync(member.Id, context.Today().Year, context.RequestAborted);
        return Answer.Json(View(new(member, load)), status, VersionOf(member), location);
    }

    private static MemberView View(BoardMember entry) =>
        new(entry.Member, entry.Load.AskedThisYear, entry.Load.LastAsked, VersionOf(entry.Member))
        {
            Warnings = UnknownAgencies.Of(entry.Member.Conflicts.Select(c => c.Agency), AgencyDirectory.Shipped) is { Count: > 0 } unknown
                ? unknown
                : null,
        };

    private static async Task<RelCodes> CodesAsync(HttpContext context) =>
        (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes;

    private static IReadOnlyList<Fault> Check(Member member, RelCodes codes) =>
        MemberCheck.Of(member, code => codes.Find(code) is not null);

    private static string VersionOf(Member member) => Versions.Of(member);
}
