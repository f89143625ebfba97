using CtVoice.Core.Projects;
using CtVoice.Core.Representation;

namespace CtVoice.Web.Routes;

/// <summary>A project to practise with: nobody's data, two questions, texts in both languages.</summary>
internal static class PracticeProject
{
    /// <summary>The project, brought by an agency that plays along.</summary>
    internal static ProjectRequest Of(string agency) => new()
    {
        Title = "Text messages about food help",
        Summary = "The state wants to send text messages to people whose food help is about to end.",
        Agency = agency,
        Purpose = "Practise a whole review with staff before residents are asked.",
        Data =
        [
            new()
            {
                Source = agency,
                Name = "End date of food help",
                Description = "The day on which food help ends. Made up: no data are used.",
                WhyNeeded = "Tells when a message would be sent.",
                NotInCatalogue = true,
                Use = ElementUse.Query,
            },
        ],
        People = new() { Description = "People who get food help. Made up for practice.", Programmes = [Programme.Benefits] },
        Questions =
        [
            new() { Kind = QuestionKind.Choice, Text =
                In("Is it OK to text people before their food help ends?",
                    "¿Está bien mandar un mensaje antes de que se acabe la ayuda de comida?") },
            new() { Kind = QuestionKind.Open, Text =
                In("What should the message say, and what should it never say?",
                    "¿Qué debe decir el mensaje, y qué no debe decir nunca?") },
        ],
        Texts = new Dictionary<string, ResidentText>(StringComparer.Ordinal)
        {
            ["en"] = new("The state wants to send a text to people whose food help will end soon. It wants to know if that helps, and "
                + "what could go wrong."),
            ["es"] = new("El estado quiere mandar un mensaje a quienes se les va a acabar la ayuda de comida. Quiere saber si eso sirve, "
                + "y qué puede salir mal."),
        },
    };

    private static Dictionary<string, string> In(string english, string spanish) =>
        new(StringComparer.Ordinal) { ["en"] = english, ["es"] = spanish };
}
