using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Operations;
using CtVoice.Core.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>A whole review on phones of staff: who practises, and how it begins. From then on it is a review like any other.</summary>
internal static class PracticeRoutes
{
    private const string Path = "/api/practice";

    private static readonly PracticePersonBody SampleWish = new("Renee Okafor", "860-555-0181", null, "es", Agreed: true);

    private static readonly PracticePersonView SamplePerson = new("practice-3f9c01", "Renee Okafor", "+18605550181", null, "es");

    internal static void MapPractice(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path + "/people", async context => Answer.Json(await PeopleAsync(context))).OpenTo(Access.Coordinators)
            .WithName("listPracticePeople").WithSummary("Staff who stand in for members in practice reviews.")
            .Returns(200, "Those who practise.", new List<PracticePersonView> { SamplePerson });
        endpoints.MapPost<PracticePersonBody>(Path + "/people", AddAsync).OpenTo(Access.Coordinators)
            .WithName("addPracticePerson")
            .WithSummary("Puts somebody of the state's staff on the list of those who practise. Nobody on it is a member, and no member "
                + "gets on it.")
            .Takes(SampleWish).Returns(200, "The person.", SamplePerson);
        endpoints.MapDelete(Path + "/people/{id}", RemoveAsync).OpenTo(Access.Coordinators)
            .WithName("removePracticePerson").WithSummary("Somebody practises no longer; their name and number are gone.")
            .Returns(204, "Removed.");
        endpoints.MapPost<PracticeStart>(Path + "/reviews", BeginAsync).OpenTo(Access.Coordinators)
            .WithName("beginPracticeReview")
            .WithSummary("Begins a practice review: the same code and pages, staff in the place of members, every message and page "
                + "marked, nothing public.")
            .WithDescription("Without a project it asks about a made-up one. The agency's office gets its mails, marked as well, and "
                + "answers on its own page.")
            .Repeatable().Takes(new PracticeStart(Core.Reviews.Drafts.Addressees.Opm)).Returns(202, "It has started.", Examples.Review);
    }

    /// <summary>Those who practise.</summary>
    internal static async Task<IReadOnlyList<PracticePersonView>> PeopleAsync(HttpContext context) =>
        [.. (await context.Need<PracticePeople>().AllAsync(context.RequestAborted))
            .Select(p => PracticePersonView.Of(p.Member.Id, p.Contact, p.Member.Languages[0]))];

    internal static async Task<IResult> AddAsync(HttpContext context, PracticePersonBody body)
    {
        var people = context.Need<PracticePeople>();
        var (name, email) = (body.Name.Trim(), body.Email?.Trim() is { Length: > 0 } given ? given : null);
        var phone = string.IsNullOrWhiteSpace(body.Phone) ? default : PhoneNumber.Read(body.Phone);
        var faults = new List<Fault>();
        if (name.Length is 0 or > 80 || name.Any(char.IsControl))
            faults.Add(new("/name", "Give their name, in 1 to 80 characters."));
        if (phone.Refusal is { } refusal)
            faults.Add(new("/phone", refusal));
        else if (phone.E164 is null && email is null)
            faults.Add(new("/phone", "Give a number, or an email address, or both."));
        if (email is not null && !Core.Conversations.OnCall.OnCallPerson.IsAddress(email))
            faults.Add(new("/email", "This is not an email address."));
        if (body.Language is not ("en" or "es"))
            faults.Add(new("/language", "A practice is in en or es."));
        if (!body.Agreed)
            faults.Add(new("/agreed", "Only somebody of the state's staff who agreed to practise may be on the list, on a phone or "
                + "mailbox that the state gave them."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var person = new PracticePerson(name, phone.E164, email, body.Language);
        if (!await people.IsFreeAsync(person, context.RequestAborted))
            return Problem.Faults("/phone",
                "A member of the board, or somebody who practises already, has this number or address. Members never practise.");
        if ((await people.AllAsync(context.RequestAborted)).Count >= Practising.Most)
            return Problem.Conflict(FormattableString.Invariant($"At most {Practising.Most} people practise; take somebody off first."));
        var id = await people.AddAsync(person, context.RequestAborted);
        await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return Answer.Json(new PracticePersonView(id, person.Name, person.Phone, person.Email, person.Language));
    }

    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        await context.Need<PracticePeople>().RemoveAsync(context.RouteText("id"), context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();

    internal static async Task<IResult> BeginAsync(HttpContext context, PracticeStart body)
    {
        if ((await PeopleAsync(context)).Count == 0)
            return Problem.Conflict("Nobody practises yet: put staff on the list first.");
        return body.Project is null && AgencyDirectory.Shipped.All.All(a => a.Code != body.Agency)
            ? Problem.Faults("/agency", "Give the code of the agency that plays along, such as OPM.")
            : await ProjectRoutes.SubmitAsync(context, body.Project ?? PracticeProject.Of(body.Agency), practice: true);
    }
}

/// <summary>Somebody of the state's staff who is to practise.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Phone">Their state-issued phone; absent where they practise by email.</param>
/// <param name="Email">Their work address; absent where they practise by text.</param>
/// <param name="Language">en or es: what they are asked in.</param>
/// <param name="Agreed">True: they are of the state's staff and agreed to practise.</param>
internal sealed record PracticePersonBody(string Name, string? Phone = null, string? Email = null, string Language = "en",
    bool Agreed = false)
{
    /// <summary>Without name, number and address: they never reach a log.</summary>
    public override string ToString() => nameof(PracticePersonBody);
}

/// <summary>Somebody who practises.</summary>
/// <param name="Id">Names them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Phone">Their phone, E.164.</param>
/// <param name="Email">Their address.</param>
/// <param name="Language">What they are asked in.</param>
public sealed record PracticePersonView(string Id, string Name, string? Phone, string? Email, string Language)
{
    internal static PracticePersonView Of(string id, MemberContact contact, string language) =>
        new(id, contact.Name, contact.Phone, contact.Email, language);

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;
}

/// <summary>A practice review that is to begin.</summary>
/// <param name="Agency">Code of the agency that plays along, where no project says it.</param>
/// <param name="Project">The project, in the shape in which agencies submit one; a made-up one when absent.</param>
internal sealed record PracticeStart(string Agency, ProjectRequest? Project = null);
