using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Turns what a project does not say yet into questions for the report.</summary>
public static class ReportQuestions
{
    /// <summary>What is not known yet, in the order of the request.</summary>
    public static IReadOnlyList<OpenQuestion> Of(ProjectRequest request)
    {
        var open = new List<OpenQuestion>();
        Ask("/summary", request.Summary.IsNotKnown(), "What is the project, in a few plain sentences?");
        Ask("/requestingContact", request.RequestingContact is null, "Who answers for the project at the requesting agency?");
        Ask("/legalBasis", request.LegalBasis.IsNotKnown(), "Which law allows this use of the data?");
        Ask("/applicableLaws", request.ApplicableLaws.Count == 0, "Which laws bind these data, for example FERPA or HIPAA?");
        Ask("/learningAgenda", request.LearningAgenda.Count == 0, "Which topic of the P20 WIN Learning Agenda does the project serve?");
        Ask("/sharingAgencies", request.SharingAgencies.Count == 0, "Which agencies share the data?");
        for (var i = 0; i < request.SharingAgencies.Count; i++)
            Ask($"/sharingAgencies/{i}/contact", request.SharingAgencies[i].Contact
                is null, $"Who answers for the data of {request.SharingAgencies[i].Agency}?");
        OfPeople(request.People);
        OfDppeia(request.Dppeia);
        OfAi(request.Ai);
        if (request.HoldsHealthClaims)
            OfClaims(request.Claims ?? new());
        Ask("/dissemination/plan", request.Dissemination?.Plan.IsNotKnown()
            ?? true, "Who will see the results, and how do the people in the data see them?");
        Ask("/dissemination/limits", request.Dissemination?.Limits.IsNotKnown()
            ?? true, "What may not be shared, and which counts are too small to show?");
        Ask("/analysisPlan", request.AnalysisPlan.IsNotKnown(), "What will be analysed and reported?");
        Ask("/methods", request.Methods.IsNotKnown(), "How will it be analysed?");
        Ask("/biasConsiderations", request.BiasConsiderations.IsNotKnown(), "What could make these data or methods unfair to some people?");
        Ask("/retention", request.Retention.IsNotKnown()
            && request.DestroyBy is null, "How long are the data kept, and when are they destroyed or returned?");
        Ask("/access", request.Access.IsNotKnown(), "Who can reach the data?");
        Ask("/secureEnvironment", request.SecureEnvironment.IsNotKnown(), "In which secure environment do the data live?");
        Ask("/unitOrAggregate", request.UnitOrAggregate is null, "Are records of single people needed, or only totals?");
        Ask("/period", request.Period.IsNotKnown(), "Which time do the data cover?");
        Ask("/frequency", request.Frequency.IsNotKnown(), "Are the data shared once, or how often?");
        Ask("/approvals", request.Approvals.Count == 0, "Which approvals were given so far?");
        if (request.Kind == ProjectKind.PublicationCheck)
            OfPublication(request.Publication ?? new());
        return open;

        void Ask(string pointer, bool isOpen, string question)
        {
            if (isOpen)
                open.Add(new(pointer, question));
        }

        void OfPeople(PeopleInData? people)
        {
            if (people is null)
                return;
            Ask("/people/total", !people.Total.IsKnown, "How many people are in the data?");
            Ask("/people/groups", people.Groups.Count == 0, "How many people of each race and ethnicity are in the data?");
            for (var i = 0; i < people.Groups.Count; i++)
                Ask($"/people/groups/{i}/count", !people.Groups[i].Count.IsKnown,
                    $"How many people of {people.Groups[i].Population} are in the data?");
            Ask("/people/raceBasis", people.RaceBasis is null && people.Groups.Count > 0, "How were race and ethnicity asked and counted?");
            Ask("/people/place", people.Place.IsNotKnown(), "Where do the people in the data live?");
            Ask("/people/years", people.Years is null, "Which years are the people in the data drawn from?");
        }

        void OfDppeia(DppeiaAnswers? dppeia)
        {
            Ask("/dppeia", dppeia is null, "What are the answers to the data protection, privacy and equity impact assessment?");
            for (var i = 0; i < (dppeia?.Answers.Count ?? 0); i++)
            {
                var answer = dppeia!.Answers[i];
                Ask($"/dppeia/answers/{i}/answer", answer.Answer.IsNotKnown(), $"What is the answer to the prompt '{answer.Prompt}'?");
                Ask($"/dppeia/answers/{i}/risk", answer.Risk is null, $"Which risk does the agency see under '{answer.Prompt}'?");
                var risky = answer.Risk is DppeiaRisk.Medium or DppeiaRisk.High;
                Ask($"/dppeia/answers/{i}/guardrail", risky
                    && answer.Guardrail.IsNotKnown(),
                    $"What protects people from the {answer.Risk switch { DppeiaRisk.High => "high", _ => "medium" }} risk under "
                        + $"'{answer.Prompt}'?");
                Ask($"/dppeia/answers/{i}/owner", risky
                    && answer.Owner.IsNotKnown(), $"Who sees to the guardrail under '{answer.Prompt}'?");
            }
        }

        void OfAi(AiUse? ai)
        {
            Ask("/ai/used", ai?.Used is null, "Does the project use artificial intelligence?");
            if (ai?.Used is not true)
                return;
            Ask("/ai/inventoryId", ai.InventoryId.IsNotKnown(), "Under which id does the state's inventory list the AI system?");
            Ask("/ai/approvalReference", ai.ApprovalReference.IsNotKnown(), "What is the reference of the AI system's approval?");
            Ask("/ai/assessmentDate", ai.AssessmentDate is null, "When was the AI system's impact assessed?");
            Ask("/ai/role", ai.Role.IsNotKnown(), "Which part does AI play in decisions about people?");
            Ask("/ai/humanOverseer", ai.HumanOverseer.IsNotKnown(), "Which person oversees the AI system?");
        }

        void OfClaims(ClaimsRequest claims)
        {
            Ask("/claims/dataReleaseCommittee", claims.DataReleaseCommittee.IsNotKnown(),
                "What is the reference of the application to the Data Release Committee?");
            Ask("/claims/files", claims.Files.Count == 0, "Which kinds of claims are asked for?");
            Ask("/claims/payers", claims.Payers.Count == 0, "Claims of which payers?");
            Ask("/claims/selection", claims.Selection.IsNotKnown(), "Which conditions or services are the claims picked by?");
            Ask("/claims/deidentification", claims.Deidentification.IsNotKnown(), "How far are the claims de-identified?");
            Ask("/claims/linked", claims.Linked is null, "Are the claims linked to other data about the same people?");
        }

        void OfPublication(PublicationDraft draft)
        {
            Ask("/publication/what", draft.What.IsNotKnown(), "What is published, and where?");
            Ask("/publication/on", draft.On is null, "On which day is it published?");
            Ask("/publication/labels", draft.Labels.IsNotKnown(), "How are people and groups named?");
            Ask("/publication/comparators", draft.Comparators.IsNotKnown(), "Who is compared with whom, and why?");
            Ask("/publication/framing", draft.Framing.IsNotKnown(), "How does the text avoid blaming people for what happened to them?");
            Ask("/publication/smallNumbers", draft.SmallNumbers.IsNotKnown(), "How are small numbers hidden?");
        }
    }
}
