using System.Globalization;
using System.Security.Cryptography;
using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Notices;
using CtVoice.Core.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Who is on call: the list is made here, people on it agree on their own phones,
/// and it is in force once OPM's approval is entered.</summary>
internal static class OnCallRoutes
{
    private static readonly OnCallPersonBody SampleWish = new(
        "Renee Okafor", "860-555-0171", "renee.okafor@example.org", "OPM",
        [new([DayOfWeek.Monday, DayOfWeek.Tuesday], new(8, 0), new(20, 0))], StateIssued: true);

    private static readonly OnCallPersonView SamplePerson = new(
        "oc-3f9c01", "Renee Okafor", "+18605550171", "renee.okafor@example.org", "OPM", SampleWish.Duty,
        new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero));

    private static readonly OnCallView Sample = new(
        true, new("Dana Whitfield, OPM", new(2026, 12, 2), new(2026, 12, 2, 15, 0, 0, TimeSpan.Zero)), [SamplePerson], [SamplePerson],
        ["Saturday 0:00 to 24:00"],
        [new("4821", new(2026, 12, 4, 15, 0, 0, TimeSpan.Zero), "oc-3f9c01", new(2026, 12, 4, 15, 4, 0, TimeSpan.Zero), null)]);

    internal static void MapOnCall(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/on-call", async context => Answer.Json(await ReadAsync(context))).OpenTo(Access.Coordinators)
            .WithName("readOnCall")
            .WithSummary("Who is on call: the list in force and OPM's approval of it, the list as it is being made, hours that are "
                + "nobody's, and open alerts by their number.")
            .Returns(200, "The lists.", Sample);
        endpoints.MapPost<OnCallPersonBody>("/api/on-call/people", AddAsync).OpenTo(Access.Coordinator)
            .WithName("addOnCallPerson")
            .WithSummary("Puts somebody on the list that is being made. They are told of nothing before they agreed and OPM approved it.")
            .Takes(SampleWish).Returns(200, "The person.", SamplePerson);
        endpoints.MapPut<OnCallPersonBody>("/api/on-call/people/{id}", ChangeAsync).OpenTo(Access.Coordinator)
            .WithName("changeOnCallPerson")
            .WithSummary("Changes somebody on the list that is being made. With another phone they agree anew.")
            .Takes(SampleWish).Returns(200, "The person.", SamplePerson);
        endpoints.MapDelete("/api/on-call/people/{id}", RemoveAsync).OpenTo(Access.Coordinator)
            .WithName("removeOnCallPerson")
            .WithSummary("Takes somebody off the list that is being made. Off the one in force they are once the new one is approved.")
            .Returns(204, "Removed.");
        endpoints.MapPost("/api/on-call/people/{id}/invite", InviteAsync).OpenTo(Access.Coordinator)
            .WithName("inviteOnCallPerson")
            .WithSummary("Texts somebody a link by which they agree to be on call and choose their PIN; it works for seven days.")
            .Returns(204, "The text is on its way.");
        endpoints.MapPost<OnCallApprovalBody>("/api/on-call/approve", ApproveAsync).OpenTo(Access.Coordinator)
            .WithName("approveOnCall")
            .WithSummary("Enters OPM's approval: the list as it is now is in force, and everybody on it is told of danger from now on.")
            .Takes(new OnCallApprovalBody("Dana Whitfield, OPM", new(2026, 12, 2))).Returns(204, "In force.");
        endpoints.MapPost<OnCallStopBody>("/api/on-call/stop", StopAsync).OpenTo(Access.Coordinator)
            .WithName("stopOnCall")
            .WithSummary("Nobody is on call from now on. Members are told again that nobody reads what they write all the time.")
            .Takes(new OnCallStopBody("The list is being made anew.")).Returns(204, "Off.");
    }

    /// <summary>Everything about who is on call.</summary>
    internal static async Task<OnCallView> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var store = context.Need<OnCallStore>();
        var (draft, approved) = (await store.DraftAsync(cancel), await store.ApprovedAsync(cancel));
        var agreed = await store.AgreedAsync(draft, cancel);
        var stopped =
            await store.StoppedAsync(new([.. draft.People, .. approved?.People.Where(p => draft.Find(p.Id) is null) ?? []]), cancel);
        var open = new List<OnCallAlertView>();
        foreach (var alert in await context.Need<OnCallAlerts>().OpenAsync(cancel))
        {
            if (await context.Need<AlertSubjects>().IsOpenAsync(alert, cancel))
                open.Add(OnCallAlertView.Of(alert));
        }
        return new(
            approved is not null, approved?.Approval is { } word ? new(word.By, word.On, word.At) : null,
            [.. approved?.People.Select(p => Of(p, null)) ?? []],
            [.. draft.People.Select(p => Of(p, agreed))],
            Spoken(new OnCallList([.. (approved ?? draft).People.Where(p => !stopped.ContainsKey(p.Id))]).Gaps()), open);

        OnCallPersonView Of(OnCallPerson person, IReadOnlyDictionary<string, DateTimeOffset>? agreed) => OnCallPersonView.Of(
            person, agreed is not null && agreed.TryGetValue(person.Id, out var at) ? at : null) with
        { StoppedAt = stopped.TryGetValue(person.Id, out var since) ? since : null };
    }

    internal static async Task<IResult> AddAsync(HttpContext context, OnCallPersonBody body)
    {
        var (person, faults) = await CheckAsync(context, body, "oc-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3)));
        return person is null ? Problem.Faults(faults)
            : await context.Need<OnCallStore>()
                .ChangeAsync(list => list.People.Count >= OnCallList.Most
                    ? null
                    : Placed(list.People, person, body.Place), context.RequestAborted) is null
            ? Problem.Conflict(FormattableString.Invariant($"A list has at most {OnCallList.Most} people; take somebody off first."))
            : Answer.Json(OnCallPersonView.Of(person, null));
    }

    internal static async Task<IResult> ChangeAsync(HttpContext context, OnCallPersonBody body)
    {
        var store = context.Need<OnCallStore>();
        var id = context.RouteText("id");
        if ((await store.DraftAsync(context.RequestAborted)).Find(id) is null)
            return Problem.NotFound();
        var (person, faults) = await CheckAsync(context, body, id);
        if (person is null)
            return Problem.Faults(faults);
        var after = await store.ChangeAsync(list => list.People.ToList().FindIndex(p => p.Id == id) is >= 0 and var at
            ? Placed([.. list.People.Where(p => p.Id != id)], person, body.Place ?? at + 1)
            : null, context.RequestAborted);
        return after is null ? Problem.NotFound()
            : Answer.Json(
                OnCallPersonView.Of(person, (await store.AgreedAsync(after, context.RequestAborted)).TryGetValue(id, out var agreed)
                    ? agreed : null));
    }

    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        await context.Need<OnCallStore>().RemoveAsync(context.RouteText("id"), context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();

    internal static async Task<IResult> InviteAsync(HttpContext context)
    {
        var store = context.Need<OnCallStore>();
        if ((await store.DraftAsync(context.RequestAborted)).Find(context.RouteText("id")) is not { } person)
            return Problem.NotFound();
        if ((await store.StoppedAsync(new([person]), context.RequestAborted)).Count > 0)
            return Problem.Conflict("Their phone stopped texts. They text START to the board's number first.");
        if (context.Need<CtVoiceOptions>().PublicUrl is not { } address)
            return Problem.Conflict("This installation has no public address, so there is no page to agree on.");
        var token = await store.InviteAsync(person, context.RequestAborted);
        var sent = await context.Need<Messenger>().TextAsync(
            new($"on-call|{person.Id}", $"join|{OnCallLinks.Hash(token)[..16]}"), person.Phone,
            new("", OnCallWords.Join(OnCallLinks.Of(address, token)!)), context.RequestAborted);
        return sent switch
        {
            MessageOutcome.Sent => Answer.Nothing(),
            MessageOutcome.Refused => Problem.Conflict("The provider refused the text: look at the number."),
            _ => Problem.Conflict("Texts wait at the moment. Try again in a minute."),
        };
    }

    internal static async Task<IResult> ApproveAsync(HttpContext context, OnCallApprovalBody body)
    {
        var store = context.Need<OnCallStore>();
        var now = context.Now();
        var faults = new List<Fault>();
        if (body.By.Trim().Length is < 3 or > 120 || body.By.Any(char.IsControl))
            faults.Add(new("/by", "Say who at OPM approved the list: a name and an office, in 3 to 120 characters."));
        if (body.On > LocalTime.DateIn(LocalTime.Connecticut, now) || body.On < LocalTime.DateIn(LocalTime.Connecticut, now).AddYears(-1))
            faults.Add(new("/on", "Give the day on which they approved it: today, or a day of the last year."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var list = await store.DraftAsync(context.RequestAborted);
        if (list.People.Count == 0)
            return Problem.Conflict("Nobody is on the list.");
        var agreed = await store.AgreedAsync(list, context.RequestAborted);
        if (list.People.Where(p => !agreed.ContainsKey(p.Id)).Select(p => p.Name).ToList() is { Count: > 0 } waiting)
            return Problem.Conflict(
                $"Not everybody on the list has agreed on their phone and chosen a PIN yet: {string.Join(", ", waiting)}.");
        await store.ApproveAsync(list, new(body.By.Trim(), body.On, now, context.Principal().KeyId), context.RequestAborted);
        return Answer.Nothing();
    }

    internal static async Task<IResult> StopAsync(HttpContext context, OnCallStopBody body) =>
        body.Reason.Trim().Length is 0 or > 300 ? Problem.Faults("/reason", "Say why, in 1 to 300 characters.")
        : await context.Need<OnCallStore>().StopAsync(context.Principal().KeyId, body.Reason.Trim(), context.RequestAborted)
            ? Answer.Nothing()
        : Problem.Conflict("Nobody is on call.");

    /// <summary>Hours in a few words: whole runs of one day, such as "Saturday 0:00 to 8:00".</summary>
    internal static IReadOnlyList<string> Spoken(IReadOnlyList<(DayOfWeek Day, int Hour)> gaps)
    {
        var runs = new List<(DayOfWeek Day, int From, int To)>();
        foreach (var (day, hour) in gaps)
        {
            if (runs is [.., var last] && last.Day == day && last.To == hour)
                runs[^1] = last with { To = hour + 1 };
            else
                runs.Add((day, hour, hour + 1));
        }
        return [.. runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Day} {r.From}:00 to {r.To}:00"))];
    }

    private static OnCallList Placed(IReadOnlyList<OnCallPerson> others, OnCallPerson person, int? place)
    {
        var at = Math.Clamp((place ?? others.Count + 1) - 1, 0, others.Count);
        return new([.. others.Take(at), person, .. others.Skip(at)]);
    }

    /// <summary>The person as they may stand on the list, or everything that is wrong; a message never repeats a number.</summary>
    private static async Task<(OnCallPerson? Person, IReadOnlyList<Fault> Faults)> CheckAsync(HttpContext context, OnCallPersonBody body,
        string id)
    {
        var faults = new List<Fault>();
        var phone = PhoneNumber.Read(body.Phone);
        var agency = AgencyContact.CodeOf(body.WorksFor.Trim(), AgencyDirectory.Shipped);
        if (body.Name.Trim().Length is 0 or > 80 || body.Name.Any(char.IsControl))
            faults.Add(new("/name", "Give their name, in 1 to 80 characters."));
        if (phone.Refusal is { } refusal)
            faults.Add(new("/phone", refusal));
        else if ((await context.Need<ContactStore>().MembersOnPhoneAsync(phone.E164!, context.RequestAborted)).Any(m => !Practising.Is(m)))
            faults.Add(new("/phone", "A member of the board uses this number. People on call have a phone of the state's."));
        else if ((await context.Need<OnCallStore>()
            .DraftAsync(context.RequestAborted)).People.Any(p => p.Id != id && p.Phone == phone.E164))
            faults.Add(new("/phone", "Somebody else on the list has this number."));
        if (!body.StateIssued)
            faults.Add(new("/stateIssued",
                "Only a phone that the state issued may be on the list: an own phone shows residents' words to whoever shares it."));
        if (!OnCallPerson.IsAddress(body.Email.Trim()))
            faults.Add(new("/email", "This is not an email address."));
        if (agency is null)
            faults.Add(new("/worksFor",
                "Give the code of the agency they work for: nobody is told of residents who are asked in a review of their own agency."));
        if (body.Duty.Count is 0 or > 14)
            faults.Add(new("/duty", "Give their hours: one to fourteen rows of days, from and to."));
        for (var i = 0; i < body.Duty.Count; i++)
        {
            if (body.Duty[i].Days.Count == 0)
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"/duty/{i}/days"), "Tick at least one day."));
        }
        return faults.Count > 0 ? (null, faults) : (new(
            id, body.Name.Trim(), phone.E164!, body.Email.Trim(), agency!,
            [.. body.Duty.Select(d => new DutyHours([.. d.Days.Distinct().OrderBy(day => ((int)day + 6) % 7)], d.From, d.To))]), faults);
    }
}

/// <summary>Somebody who is to be on call.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Phone">Their state-issued phone, as it is written.</param>
/// <param name="Email">Their work address.</param>
/// <param name="WorksFor">Code of the agency they work for.</param>
/// <param name="Duty">Their hours, each week.</param>
/// <param name="StateIssued">True: the state gave them this phone; no other may be on the list.</param>
/// <param name="Place">1 for who is told first; at the end, or where they stand, when absent.</param>
internal sealed record OnCallPersonBody(string Name, string Phone, string Email, string WorksFor, IReadOnlyList<DutyHours> Duty,
    bool StateIssued = false, int? Place = null)
{
    /// <summary>Without number and address: they never reach a log.</summary>
    public override string ToString() => nameof(OnCallPersonBody);
}

/// <summary>OPM's approval of the list as it is now.</summary>
/// <param name="By">Who approved it: name and office.</param>
/// <param name="On">The day on which they did.</param>
internal sealed record OnCallApprovalBody(string By, DateOnly On);

/// <summary>Why nobody is on call any more.</summary>
/// <param name="Reason">For the office's own record.</param>
internal sealed record OnCallStopBody(string Reason);

/// <summary>Who is on call.</summary>
/// <param name="InForce">A list is approved: danger is told to people on call.</param>
/// <param name="Approval">OPM's approval of the list in force.</param>
/// <param name="People">Who is on call, in the order in which they are told.</param>
/// <param name="Draft">The list as it is being made.</param>
/// <param name="Gaps">Hours that are nobody's, on the list in force or, without one, on the one being made. While there are any,
/// members are told that nobody reads what they write all the time.</param>
/// <param name="Alerts">Open alerts.</param>
public sealed record OnCallView(
    bool InForce, OnCallApprovalView? Approval, IReadOnlyList<OnCallPersonView> People, IReadOnlyList<OnCallPersonView> Draft,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<OnCallAlertView> Alerts);

/// <summary>OPM's approval.</summary>
/// <param name="By">Who approved the list.</param>
/// <param name="On">The day on which they did.</param>
/// <param name="At">Since when it is in force.</param>
public sealed record OnCallApprovalView(string By, DateOnly On, DateTimeOffset At);

/// <summary>Somebody on call, or to be.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Phone">Their state-issued phone.</param>
/// <param name="Email">Their work address.</param>
/// <param name="WorksFor">Code of the agency they work for.</param>
/// <param name="Duty">Their hours.</param>
/// <param name="AgreedAt">When they agreed on this phone and chose a PIN; absent before, and on a list in force.</param>
public sealed record OnCallPersonView(string Id, string Name, string Phone, string Email, string WorksFor, IReadOnlyList<DutyHours> Duty,
    DateTimeOffset? AgreedAt)
{
    /// <summary>Since when their phone takes no texts, because it said STOP: they are told of no alert.
    /// Absent where it takes them.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    internal static OnCallPersonView Of(OnCallPerson person, DateTimeOffset? agreed) =>
        new(person.Id, person.Name, person.Phone, person.Email, person.WorksFor, person.Duty, agreed);

    /// <summary>Without number and address: they never reach a log.</summary>
    public override string ToString() => Id;
}

/// <summary>An open alert, by its number.</summary>
/// <param name="Number">What it is called in texts.</param>
/// <param name="At">When it was raised.</param>
/// <param name="Has">Id of whoever has it; absent while nobody does.</param>
/// <param name="Since">Since when they have it.</param>
/// <param name="EscalatedAt">When OPM was told that nobody has dealt with it.</param>
public sealed record OnCallAlertView(string Number, DateTimeOffset At, string? Has, DateTimeOffset? Since, DateTimeOffset? EscalatedAt)
{
    internal static OnCallAlertView Of(OnCallAlert alert) =>
        new(alert.Number, alert.At, alert.Taken?.Person, alert.Taken?.At, alert.EscalatedAt);
}
