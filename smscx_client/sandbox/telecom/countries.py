# ruff: noqa: RUF001 (local names need their own alphabets)
"""Countries for number lookups: mobile country code (E.212), English name, local name."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["COUNTRIES", "Country"]

_COUNTRIES = """
AC 658 Ascension Island
AD 213 Andorra
AE 424 United Arab Emirates = الإمارات
AF 412 Afghanistan = افغانستان
AG 344 Antigua and Barbuda
AI 365 Anguilla
AL 276 Albania = Shqipëria
AM 283 Armenia = Հայաստան
AO 631 Angola
AR 722 Argentina
AS 544 American Samoa
AT 232 Austria = Österreich
AU 505 Australia
AW 363 Aruba
AX 244 Åland Islands = Åland
AZ 400 Azerbaijan = Azərbaycan
BA 218 Bosnia and Herzegovina = Bosna i Hercegovina
BB 342 Barbados
BD 470 Bangladesh = বাংলাদেশ
BE 206 Belgium = België
BF 613 Burkina Faso
BG 284 Bulgaria = България
BH 426 Bahrain = البحرين
BI 642 Burundi
BJ 616 Benin
BL 340 Saint Barthélemy = Saint-Barthélemy
BM 350 Bermuda
BN 528 Brunei
BO 736 Bolivia
BQ 362 Bonaire, Sint Eustatius and Saba
BR 724 Brazil = Brasil
BS 364 Bahamas
BT 402 Bhutan = འབྲུག
BW 652 Botswana
BY 257 Belarus = Беларусь
BZ 702 Belize
CA 302 Canada
CC 505 Cocos Islands
CD 630 DR Congo = République démocratique du Congo
CF 623 Central African Republic = République centrafricaine
CG 629 Congo
CH 228 Switzerland = Schweiz
CI 612 Côte d'Ivoire
CK 548 Cook Islands
CL 730 Chile
CM 624 Cameroon = Cameroun
CN 460 China = 中国
CO 732 Colombia
CR 712 Costa Rica
CU 368 Cuba
CV 625 Cape Verde = Cabo Verde
CW 362 Curaçao
CX 505 Christmas Island
CY 280 Cyprus = Κύπρος
CZ 230 Czechia = Česko
DE 262 Germany = Deutschland
DJ 638 Djibouti
DK 238 Denmark = Danmark
DM 366 Dominica
DO 370 Dominican Republic = República Dominicana
DZ 603 Algeria = الجزائر
EC 740 Ecuador
EE 248 Estonia = Eesti
EG 602 Egypt = مصر
EH 604 Western Sahara
ER 657 Eritrea
ES 214 Spain = España
ET 636 Ethiopia = ኢትዮጵያ
FI 244 Finland = Suomi
FJ 542 Fiji
FK 750 Falkland Islands
FM 550 Micronesia
FO 288 Faroe Islands = Føroyar
FR 208 France
GA 628 Gabon
GB 234 United Kingdom
GD 352 Grenada
GE 282 Georgia = საქართველო
GF 742 French Guiana = Guyane française
GG 234 Guernsey
GH 620 Ghana
GI 266 Gibraltar
GL 290 Greenland = Kalaallit Nunaat
GM 607 Gambia
GN 611 Guinea = Guinée
GP 340 Guadeloupe
GQ 627 Equatorial Guinea = Guinea Ecuatorial
GR 202 Greece = Ελλάδα
GT 704 Guatemala
GU 310 Guam
GW 632 Guinea-Bissau = Guiné-Bissau
GY 738 Guyana
HK 454 Hong Kong = 香港
HN 708 Honduras
HR 219 Croatia = Hrvatska
HT 372 Haiti = Haïti
HU 216 Hungary = Magyarország
ID 510 Indonesia
IE 272 Ireland
IL 425 Israel = ישראל
IM 234 Isle of Man = Isle Of Man
IN 404 India = भारत
IO 995 British Indian Ocean Territory
IQ 418 Iraq = العراق
IR 432 Iran = ایران
IS 274 Iceland = Ísland
IT 222 Italy = Italia
JE 234 Jersey
JM 338 Jamaica
JO 416 Jordan = الأردن
JP 440 Japan = 日本
KE 639 Kenya
KG 437 Kyrgyzstan = Кыргызстан
KH 456 Cambodia = កម្ពុជា
KI 545 Kiribati
KM 654 Comoros = Comores
KN 356 Saint Kitts and Nevis = Saint Kitts And Nevis
KP 467 North Korea = 북한
KR 450 South Korea = 대한민국
KW 419 Kuwait = الكويت
KY 346 Cayman Islands
KZ 401 Kazakhstan = Қазақстан
LA 457 Laos = ລາວ
LB 415 Lebanon = لبنان
LC 358 Saint Lucia
LI 295 Liechtenstein
LK 413 Sri Lanka = ශ්‍රී ලංකාව
LR 618 Liberia
LS 651 Lesotho
LT 246 Lithuania = Lietuva
LU 270 Luxembourg
LV 247 Latvia = Latvija
LY 606 Libya = ليبيا
MA 604 Morocco = المغرب
MC 212 Monaco
MD 259 Moldova
ME 297 Montenegro = Crna Gora
MF 340 Saint Martin = Saint-Martin
MG 646 Madagascar = Madagasikara
MH 551 Marshall Islands
MK 294 North Macedonia = Северна Македонија
ML 610 Mali
MM 414 Myanmar = မြန်မာ
MN 428 Mongolia = Монгол Улс
MO 455 Macao = 澳門
MP 310 Northern Mariana Islands
MQ 340 Martinique
MR 609 Mauritania = موريتانيا
MS 354 Montserrat
MT 278 Malta
MU 617 Mauritius
MV 472 Maldives = ދިވެހިރާއްޖެ
MW 650 Malawi
MX 334 Mexico = México
MY 502 Malaysia
MZ 643 Mozambique = Moçambique
NA 649 Namibia
NC 546 New Caledonia = Nouvelle-Calédonie
NE 614 Niger
NF 505 Norfolk Island
NG 621 Nigeria
NI 710 Nicaragua
NL 204 Netherlands = Nederland
NO 242 Norway = Norge
NP 429 Nepal = नेपाल
NR 536 Nauru
NU 555 Niue
NZ 530 New Zealand
OM 422 Oman = عُمان
PA 714 Panama = Panamá
PE 716 Peru = Perú
PF 547 French Polynesia = Polynésie française
PG 537 Papua New Guinea
PH 515 Philippines = Pilipinas
PK 410 Pakistan = پاکستان
PL 260 Poland = Polska
PM 308 Saint Pierre and Miquelon = Saint-Pierre-et-Miquelon
PR 330 Puerto Rico
PS 425 Palestine = فلسطين
PT 268 Portugal
PW 552 Palau
PY 744 Paraguay
QA 427 Qatar = قطر
RE 647 Réunion = La Réunion
RO 226 Romania = România
RS 220 Serbia = Србија
RU 250 Russia = Россия
RW 635 Rwanda
SA 420 Saudi Arabia = السعودية
SB 540 Solomon Islands
SC 633 Seychelles
SD 634 Sudan = السودان
SE 240 Sweden = Sverige
SG 525 Singapore
SH 658 Saint Helena
SI 293 Slovenia = Slovenija
SJ 242 Svalbard and Jan Mayen = Svalbard And Jan Mayen
SK 231 Slovakia = Slovensko
SL 619 Sierra Leone
SM 292 San Marino
SN 608 Senegal = Sénégal
SO 637 Somalia = Soomaaliya
SR 746 Suriname
SS 659 South Sudan
ST 626 Sao Tome and Principe = São Tomé e Príncipe
SV 706 El Salvador
SX 362 Sint Maarten = Sint Maarten (Dutch part)
SY 417 Syria = سوريا
SZ 653 Eswatini = eSwatini
TA 658 Tristan da Cunha
TC 376 Turks and Caicos Islands = Turks And Caicos Islands
TD 622 Chad = Tchad
TG 615 Togo
TH 520 Thailand = ประเทศไทย
TJ 436 Tajikistan = Тоҷикистон
TK 554 Tokelau
TL 514 Timor-Leste
TM 438 Turkmenistan = Türkmenistan
TN 605 Tunisia = تونس
TO 539 Tonga
TR 286 Türkiye
TT 374 Trinidad and Tobago
TV 553 Tuvalu
TW 466 Taiwan = 台灣
TZ 640 Tanzania
UA 255 Ukraine = Україна
UG 641 Uganda
US 310 United States
UY 748 Uruguay
UZ 434 Uzbekistan = Oʻzbekiston
VA 225 Vatican City = Città del Vaticano
VC 360 Saint Vincent and the Grenadines = Saint Vincent And The Grenadines
VE 734 Venezuela
VG 348 British Virgin Islands
VI 332 U.S. Virgin Islands
VN 452 Vietnam = Việt Nam
VU 541 Vanuatu
WF 543 Wallis and Futuna = Wallis-et-Futuna
WS 549 Samoa
XK 221 Kosovo = Kosova
YE 421 Yemen = اليمن
YT 647 Mayotte
ZA 655 South Africa
ZM 645 Zambia
ZW 648 Zimbabwe
"""
"""One line per country: ISO code, mobile country code, English name, and after `=` the local name if it differs."""


class Country(NamedTuple):
    """A country; `mcc` is the first one if it has several."""

    mcc: str
    name: str
    local_name: str


def _country(names: str) -> Country:
    mcc, _, names = names.partition(" ")
    name, _, local_name = names.partition(" = ")
    return Country(mcc, name, local_name or name)


COUNTRIES = {line[:2]: _country(line[3:]) for line in _COUNTRIES.strip().splitlines()}
"""By ISO code: every country with its own phone numbers."""
