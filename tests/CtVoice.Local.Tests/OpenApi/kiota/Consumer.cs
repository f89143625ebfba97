// Somebody who has nothing but the description: submits a project, reads what waits for the office, answers a recommendation.
using System.Text.Json;
using Generated;
using Generated.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);

static CtVoiceClient As(string key)
{
    // Kiota's own provider of keys wants https, which a host on this machine has not.
    var http = new HttpClient { DefaultRequestHeaders = { { "X-Api-Key", Setting(key) } } };
    return new CtVoiceClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
    { BaseUrl = Setting("CTVOICE_URL") });
}

var agency = As("CTVOICE_AGENCY_KEY");
var project = await KiotaJsonSerializer.DeserializeAsync<ProjectRequest>(Setting("CTVOICE_PROJECT"));
var submitted = await agency.Api.Projects.PostAsync(project!);

var todo = await As("CTVOICE_COORDINATOR_KEY").Api.Todo.GetAsync();

var review = await agency.Api.Reviews[Setting("CTVOICE_REVIEW")].Recommendations["1"].Answer.PostAsync(new AnswerGiven
{
    Kind = AnswerGiven_kind.Adopted,
    Reason = "Names are not needed.",
    Owner = "DSS data lead",
    DueOn = new Date(2030, 1, 1),
    Translator = "Marisol Vega",
    PlainWords = new AnswerGiven_plainWords
    {
        AdditionalData = new Dictionary<string, object>
        { ["en"] = "We will take out all names.", ["es"] = "Vamos a quitar todos los nombres." },
    },
});

Console.WriteLine(
    JsonSerializer.Serialize(
        new { submitted = submitted!.Id, waiting = todo!.Things!.Select(thing => thing.What), answered = review!.Answered }));
