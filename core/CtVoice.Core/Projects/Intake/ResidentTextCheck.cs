using CtVoice.Core.Json;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks what residents will read: questions and draft texts.</summary>
internal static class ResidentTextCheck
{
    private const string English = "en";

    internal static void Check(ProjectRequest request, IntakePolicy policy, FaultList faults)
    {
        // A publication check asks the questions of its checklist by itself.
        var asked = request.Kind is ProjectKind.PublicationCheck ? PublicationChecklist.Shipped.Items.Count : 0;
        var most = Math.Max(0, policy.MaxQuestions - asked);
        if (request.Questions.Count == 0 && asked == 0)
            faults.Add("/questions", $"A project asks residents one to {policy.MaxQuestions} questions; none is asked.");
        if (request.Questions.Count > most)
        {
            var beside = asked == 0 ? "" : FormattableString.Invariant($" beside the {asked} of the publication checklist");
            faults.Add("/questions", $"A project asks residents at most {most} questions{beside}, not {request.Questions.Count}.");
        }
        for (var i = 0; i < request.Questions.Count; i++)
            CheckQuestion($"/questions/{i}", request.Questions[i], policy, faults);
        foreach (var (language, text) in request.Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            CheckLanguage("/texts", language, policy, faults);
            faults.Need($"/texts/{Pointer.Escape(language)}/summary", text?.Summary, "The summary");
        }
    }

    private static void CheckQuestion(string pointer, ResidentQuestion? question, IntakePolicy policy, FaultList faults)
    {
        if (question is null)
        {
            faults.Add(pointer, "The entry is empty.");
            return;
        }
        if (question.Ready is not null)
        {
            CheckReady(pointer, question, faults);
            return;
        }
        FormCheck.NeedDefined($"{pointer}/kind", question.Kind, faults);
        CheckTexts($"{pointer}/text", question.Text, "The question", policy, faults);
        if (question.Text.TryGetValue(English, out var english) && english is not null
            && english.Length > ResidentQuestion.MaxEnglishCharacters)
            faults.Add($"{pointer}/text/en", $"A question has at most {ResidentQuestion.MaxEnglishCharacters} characters in English, so "
                + $"that it fits one text message; this one has {english.Length}.");
        if (question.Kind == QuestionKind.Open && question.Choices.Count > 0)
            faults.Add($"{pointer}/choices", "An open question has no choices.");
        if (question.Choices.Count == 1 || question.Choices.Count > policy.MaxChoices)
            faults.Add($"{pointer}/choices", $"A question offers 2 to {policy.MaxChoices} choices, not {question.Choices.Count}.");
        for (var i = 0; i < question.Choices.Count; i++)
            CheckTexts($"{pointer}/choices/{i}", question.Choices[i], "The choice", policy, faults);
    }

    private static void CheckReady(string pointer, ResidentQuestion question, FaultList faults)
    {
        var ready = ReadyQuestions.Shipped;
        if (ready.Find(question.Ready!) is null)
            faults.Add($"{pointer}/ready", $"There is no ready-made question '{Shown.Short(question.Ready!)}'. There are: "
                + $"{string.Join(", ", ready.Questions.Select(q => q.Id))}.");
        if (question.Text.Count > 0 || question.Choices.Count > 0)
            faults.Add(pointer,
                "A ready-made question brings its own text and is answered in the resident's own words: leave text and choices out.");
    }

    private static void CheckTexts(string pointer, IReadOnlyDictionary<string, string>? texts, string what, IntakePolicy policy,
        FaultList faults)
    {
        faults.Need($"{pointer}/en", texts?.GetValueOrDefault(English), $"{what} in English");
        foreach (var (language, text) in (texts ?? new Dictionary<string, string>()).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            CheckLanguage(pointer, language, policy, faults);
            if (language != English)
                faults.Need($"{pointer}/{Pointer.Escape(language)}", text, what);
        }
    }

    private static void CheckLanguage(string pointer, string language, IntakePolicy policy, FaultList faults)
    {
        if (!policy.Languages.Contains(language))
            faults.Add($"{pointer}/{Pointer.Escape(language)}", $"'{Shown.Short(language)}' is not a language code of the list: "
                + $"{string.Join(", ", policy.Languages.Order(StringComparer.Ordinal))}.");
    }
}
