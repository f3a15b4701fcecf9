// Where Google answers searches, country by country. Other services of Google on these domains have rules that come first.
const countries =
  "ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es fi fm fr ga ge gg gl gm gr gy hn hr ht hu ie im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn mu mv mw ne nl no nr nu pl pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tl tm tn to tt vu ws".split(
    " ",
  );
const underCo = "ao bw ck cr id il in jp ke kr ls ma mz nz th tz ug uk uz ve vi za zm zw".split(" ");
const underCom =
  "af ag ai ar au bd bh bn bo br bz co cu cy do ec eg et fj gh gi gt hk jm kh kw lb ly mm mt mx my na ng ni np om pa pe pg ph pk pr py qa sa sb sg sl sv tj tr tw ua uy vc vn".split(
    " ",
  );

/** `google.com`, `google.de`, `google.co.uk`, `google.com.au` and the other countries' domains of the search engine. */
export const googleHosts: readonly string[] = [
  "google.com",
  ...countries.map((country) => `google.${country}`),
  ...underCo.map((country) => `google.co.${country}`),
  ...underCom.map((country) => `google.com.${country}`),
  "com.google.android.googlequicksearchbox",
];
