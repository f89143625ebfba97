using CtVoice.Core.Board;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks who asks, for what kind of review, by when, and the assessment's prompts.</summary>
internal static class FormCheck
{
    private const int LongestName = 200;

    internal static void Check(ProjectRequest request, IntakePolicy policy, IntakeDates dates, FaultList faults)
    {
        faults.Need("/title", request.Title, "The title");
        if (request.Title.Length > policy.MaxTitle)
            faults.Add("/title", $"A title has at most {policy.MaxTitle} characters, not {request.Title.Length}.");
        if (AsTyped.Unseen(request.Title) is { } mark)
            faults.Add("/title", $"A title is one line of what can be seen: take out the mark {mark}, or type the title again.");
        CheckKind(request, faults);
        faults.Need("/agency", request.Agency, "The requesting agency");
        CheckAgency("/agency", request.Agency, policy, faults);
        CheckContact("/requestingContact", request.RequestingContact, faults);
        faults.Need("/purpose", request.Purpose, "The purpose");
        for (var i = 0; i < request.LearningAgenda.Count; i++)
            NeedDefined($"/learningAgenda/{i}", request.LearningAgenda[i], faults);
        for (var i = 0; i < request.SharingAgencies.Count; i++)
        {
            if (request.SharingAgencies[i] is not { } sharing)
            {
                faults.Add($"/sharingAgencies/{i}", "The entry is empty.");
                continue;
            }
            faults.Need($"/sharingAgencies/{i}/agency", sharing.Agency, "The agency");
            CheckAgency($"/sharingAgencies/{i}/agency", sharing.Agency, policy, faults);
            CheckContact($"/sharingAgencies/{i}/contact", sharing.Contact, faults);
        }
        faults.NoneTwice("/sharingAgencies", request.SharingAgencies.Select(s => s?.Agency), "/agency", code => $"{code} is listed twice.");
        CheckDppeia(request.Dppeia, policy, dates.Today, faults);
        for (var i = 0; i < request.Approvals.Count; i++)
            faults.Need($"/approvals/{i}/by", request.Approvals[i]?.By, "The body that approved");
        CheckName("/preparedBy", request.PreparedBy, "who wrote it", faults);
        CheckName("/signedOffBy", request.SignedOffBy, "who signed it off", faults);
        if (request.UnitOrAggregate is { } level)
            NeedDefined("/unitOrAggregate", level, faults);
        if (request.DestroyBy < dates.Today)
            faults.Add("/destroyBy", $"{request.DestroyBy:yyyy-MM-dd} is over.");
        CheckDate(request, dates, faults);
    }

    private static void CheckName(string pointer, string? name, string who, FaultList faults)
    {
        if (name is not null && (name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl)))
            faults.Add(pointer, $"Name {who} in 1 to {LongestName} characters, or leave it out.");
    }

    private static void CheckKind(ProjectRequest request, FaultList faults)
    {
        NeedDefined("/kind", request.Kind, faults);
        if (request.Kind == ProjectKind.Initial && !string.IsNullOrWhiteSpace(request.EarlierProject))
            faults.Add("/earlierProject",
                "An initial project has no earlier one; say whether this is a modification, a continuation or a publication-check.");
        if (request.Kind != ProjectKind.Initial)
            faults.Need("/earlierProject", request.EarlierProject, "The id of the earlier project");
        if (request.Kind == ProjectKind.Modification && request.Changes.Count == 0)
            faults.Add("/changes", "A modification says what changes, one plain sentence each.");
        if (request.Kind != ProjectKind.Modification && request.Changes.Count > 0)
            faults.Add("/changes", "Only a modification lists changes.");
        for (var i = 0; i < request.Changes.Count; i++)
            faults.Need($"/changes/{i}", request.Changes[i], "The change");
        if (request.Kind != ProjectKind.PublicationCheck && request.Publication is not null)
            faults.Add("/publication", "Only a publication-check brings what is published.");
    }

    private static void CheckAgency(string pointer, string? code, IntakePolicy policy, FaultList faults)
    {
        if (code.IsNotKnown() || policy.Agencies.ByCode(code!) is not null)
            return;
        var meant = policy.Agencies.ByName(code!)?.Code
            ?? string.Join(", ", NearestText.Of(code!.Trim().ToUpperInvariant(), policy.Agencies.All.Select(a => a.Code), 3));
        faults.Add(pointer, $"'{Shown.Short(code!)}' is not the code of an agency. Did you mean: {meant}?");
    }

    private static void CheckContact(string pointer, Contact? contact, FaultList faults)
    {
        if (contact is null)
            return;
        faults.Need($"{pointer}/name", contact.Name, "The contact's name");
        if (contact.Email is { } email && !email.IsNotKnown() && !IsAddress(email))
            faults.Add($"{pointer}/email", BoardRow.AddressFault(email) ?? "This is not an email address.");
    }

    private static bool IsAddress(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && email.IndexOf('.', at) > at + 1
        && !email.EndsWith('.')
        && email.All(c => c is > ' ' and <= '~');

    private static void CheckDppeia(DppeiaAnswers? answers, IntakePolicy policy, DateOnly today, FaultList faults)
    {
        if (answers is null)
            return;
        if (answers.Schema != policy.Dppeia.Schema)
        {
            faults.Add("/dppeia/schema", $"The assessment in use is {policy.Dppeia.Schema}.");
            return;
        }
        var prompts = policy.Dppeia.Prompts.Select(p => p.Id).ToArray();
        var given = answers.Answers ?? [];
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i]?.Prompt is not { } prompt)
                faults.Add($"/dppeia/answers/{i}/prompt", "The prompt is missing.");
            else if (!prompts.Contains(prompt, StringComparer.Ordinal))
                faults.Add($"/dppeia/answers/{i}/prompt", $"'{Shown.Short(prompt)}' is not a prompt of {policy.Dppeia.Schema}. Did you "
                    + $"mean: {string.Join(", ", NearestText.Of(prompt, prompts, 3))}?");
            else if (given[i].Risk is { } risk)
                NeedDefined($"/dppeia/answers/{i}/risk", risk, faults);
            CheckPlainWords($"/dppeia/answers/{i}/inPlainWords", given[i]?.InPlainWords, policy, faults);
            if (given[i]?.GuardrailBy is { } by && PromisedDay.Fault(by, today) is { } fault)
                faults.Add($"/dppeia/answers/{i}/guardrailBy", fault);
        }
        faults.NoneTwice("/dppeia/answers", given.Select(a => a?.Prompt), "/prompt",
            prompt => $"The prompt {Shown.Short(prompt)} is answered twice.");
    }

    private static void CheckPlainWords(string pointer, IReadOnlyDictionary<string, string>? words, IntakePolicy policy, FaultList faults)
    {
        foreach (var (language, text) in (words ?? new Dictionary<string, string>()).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (!policy.Languages.Contains(language))
                faults.Add($"{pointer}/{Pointer.Escape(language)}", $"'{Shown.Short(language)}' is not a language code of the list: "
                    + $"{string.Join(", ", policy.Languages.Order(StringComparer.Ordinal))}.");
            else if (text?.Length > DppeiaAnswer.MostInPlainWords)
                faults.Add($"{pointer}/{Pointer.Escape(language)}", $"Residents read at most {DppeiaAnswer.MostInPlainWords} characters of "
                    + $"a risk; these are {text.Length}.");
        }
    }

    private static void CheckDate(ProjectRequest request, IntakeDates dates, FaultList faults)
    {
        if (request.AdviceBy is not { } day)
            return;
        if (day < dates.EarliestExpedited)
            faults.Add("/adviceBy", $"No review can keep this day. The earliest day to ask for is {dates.EarliestExpedited:yyyy-MM-dd}: "
                + "residents have at least five business days, and the report follows after its preview.");
        else if (day < dates.EarliestRegular && request.ExpediteReason.IsNotKnown())
            faults.Add("/expediteReason", $"A regular review ends on {dates.EarliestRegular:yyyy-MM-dd} at the earliest. An earlier date "
                + "needs a reason, which is public.");
    }

    // The JSON reader takes a number for a name; only names are meant.
    internal static void NeedDefined<T>(string pointer, T value, FaultList faults)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            faults.Add(pointer, "This value is not one of those that can be chosen.");
    }
}
