using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>One step of writing a project: the members of the project that it asks for.</summary>
/// <param name="Name">Last part of the page's path.</param>
/// <param name="Short">What it is called in the list of steps.</param>
/// <param name="Title">What its page is called.</param>
/// <param name="Members">Members that are asked for there.</param>
/// <param name="Merge">The project with what was given there, everything else as it was.</param>
public sealed record DraftStep(string Name, string Short, string Title, IReadOnlyList<string> Members,
    Func<ProjectRequest, ProjectRequest, ProjectRequest> Merge)
{
    /// <summary>The last step: everything is looked at before it leaves.</summary>
    public const string Check = "check";

    /// <summary>The steps in order, the check aside.</summary>
    public static IReadOnlyList<DraftStep> All { get; } =
    [
        new("what", "What and why", "What you want to do, and why",
            ["kind", "earlierProject", "changes", "title", "summary", "purpose", "legalBasis", "applicableLaws", "learningAgenda",
                "requestingContact", "sharingAgencies"],
            (held, given) => held with
            {
                Kind = given.Kind, EarlierProject = given.EarlierProject, Changes = given.Changes, Title = given.Title, Summary =
                    given.Summary, Purpose = given.Purpose,
                LegalBasis = given.LegalBasis, ApplicableLaws = given.ApplicableLaws, LearningAgenda =
                    given.LearningAgenda, RequestingContact = given.RequestingContact,
                SharingAgencies = given.SharingAgencies,
            }),
        new("data", "Data", "Data you want to use",
            ["data", "assets", "unitOrAggregate", "period", "frequency", "access", "secureEnvironment", "claims"],
            (held, given) => held with
            {
                Data = given.Data, Assets = given.Assets, UnitOrAggregate = given.UnitOrAggregate, Period = given.Period, Frequency =
                    given.Frequency, Access = given.Access,
                SecureEnvironment = given.SecureEnvironment, Claims = given.Claims,
            }),
        // A comparison of its own comes with a file only.
        new("people", "People", "The people in the data", ["people"],
            (held, given) => held with
                { People = given.People is { } people ? people with { Comparison = held.People?.Comparison } : null }),
        new("impact", "Impact", "What it may do to people", ["dppeia"],
            (held, given) => held with { Dppeia = given.Dppeia is { Answers.Count: > 0 } ? given.Dppeia : null }),
        new("ai", "Methods and AI", "How it is done, and whether AI is used", ["analysisPlan", "methods", "biasConsiderations", "ai"],
            (held, given) => held with
                { AnalysisPlan = given.AnalysisPlan, Methods = given.Methods, BiasConsiderations = given.BiasConsiderations, Ai =
                    given.Ai }),
        new("questions", "Questions", "Questions for residents", ["questions", "texts"],
            (held, given) => held with { Questions = given.Questions, Texts = given.Texts }),
        new("dates", "Dates", "Dates, and what happens after",
            ["adviceBy", "expediteReason", "dissemination", "retention", "destroyBy", "approvals", "preparedBy", "signedOffBy",
                "publication"],
            (held, given) => held with
            {
                AdviceBy = given.AdviceBy, ExpediteReason = given.ExpediteReason, Dissemination = given.Dissemination, Retention =
                    given.Retention, DestroyBy = given.DestroyBy,
                Approvals = given.Approvals, PreparedBy = given.PreparedBy, SignedOffBy = given.SignedOffBy, Publication =
                    given.Publication,
            }),
    ];

    /// <summary>The step of that name; null for anything else.</summary>
    public static DraftStep? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>The step at which a fault can be mended: the first one for what belongs to none.</summary>
    public static DraftStep Of(Fault fault) =>
        All.FirstOrDefault(s => s.Members.Contains(fault.Pointer.TrimStart('/').Split('/')[0])) ?? All[0];

    /// <summary>Name of the step after this one.</summary>
    public string Next => All.SkipWhile(s => s != this).Skip(1).FirstOrDefault()?.Name ?? Check;

    /// <summary>Whether anything of it was written.</summary>
    public bool IsBegun(ProjectRequest project) => Merge(project, new()) is var without && !Equal(without, project);

    private static bool Equal(ProjectRequest a, ProjectRequest b) => Versions.Of(a) == Versions.Of(b);

    /// <summary>Everything that is stored of the step, as text beside what somebody else typed.</summary>
    internal IEnumerable<(string Name, string Value)> Held(ProjectRequest project)
    {
        using var json = JsonSerializer.SerializeToDocument(project, WorkflowJson.Options);
        return [.. json.RootElement.EnumerateObject()
            .Where(p => Members.Contains(p.Name) && p.Value.ToString() is { Length: > 0 } text && text is not ("[]" or "{}"))
            .Select(p => (ReviewWords.Plain(p.Name), p.Value.ToString()))];
    }
}
